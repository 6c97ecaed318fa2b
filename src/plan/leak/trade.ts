const list = (text: string): string[] => text.trim().split(/\s+/)

/** Words that say nothing: forms of address, articles and the like, in the languages letters are written in here. */
export const silent: ReadonlySet<string> = new Set(
  list(`
a an the and or of to in on at by for with from into onto over under about as is are was were be been being am do does did done
has have had having will would shall should may might can could must not no yes if so than then that this these those there here
it its he him his she her hers they them their theirs we us our ours you your yours i me my mine who whom whose which what when
where why how all any each both few more most other some such only own same too very just also again once after before between
during until till while up down out off per via vs re cc dr mr mrs ms miss mx prof professor sir dame lord lady madam esq herr frau
monsieur madame mme mlle dott dipl ing jr sr st de la le les du des der die das dem den von van und et y e el los las di da del
della il lo gli zu zum zur im am auf mit bei nach ein eine einer d l s t ll ve re dear hi hello regards best kind sincerely thanks
thank please maitre monsieur mesdames messieurs ich du er sie es wir ihr ihm ihn ihnen mich dich sich uns euch mein dein sein unser euer ist sind war waren hat haben hatte wird
werden kann nicht noch nur auch schon nach aus um vom beim als wie wenn dass ob kein keine sehr geehrte geehrter liebe lieber herr
herrn frau og i pa til av fra som er har hun han det vi dere ikke kan kjaere hei je tu il elle nous vous ils se sur pour dans avec
est sont pas plus cher chere ne ce ces sa son ses mon ma mes ta tes notre votre vos nos aux au par chez sous entre encore tout
en con por para que su sus una un al lo es esta no se mas sin sobre como querido querida estimado estimada che non per nel nella
alla si mi ti ho gentile caro cara em um uma os as ao na com seu sua het een op te met voor niet aan bij ook maar dat geachte beste
och att ett ar inte av sig mot af til dette denne jeg vil skal kan hej kara
`),
)

/**
 * Everyday words of which an assistant knows that they are not everyday news: in a private item they tell, unless the desk
 * says them openly.
 */
export const delicate: ReadonlySet<string> = new Set(
  list(`
redundancy redundancies layoff layoffs dismissal dismiss severance resignation takeover insolvency bankruptcy
grievance tribunal lawsuit bullying harassment misconduct whistleblower whistleblowing fraud disciplinary
divorce custody alimony prenup adoption paternity pregnant pregnancy maternity miscarriage fertility ivf
surgery surgeon biopsy mri chemo chemotherapy radiotherapy oncology oncologist cancer tumour tumor thyroid dementia
alzheimer diagnosis clinic hospital hospice therapy therapist psychiatrist psychologist psychotherapy counselling counsellor
rehab detox addiction alcoholics depression burnout dentist cardiologist cardiology gynaecologist urologist dermatologist
physiotherapy colonoscopy mammogram transplant dialysis prognosis bloods
mortgage debts probate solicitor barrister viewing
funeral bereavement headhunter
psychotherapie therapie terapia biopsie krebs tumeur harcelement licenciement licenciements scheidung skilsmisse divorcio custodia
ansiedad depresion embarazo despido despidos kundigung entlassung entlassungen sorgerecht oppsigelse oppsigelser nedbemanning blodprover
ontslag echtscheiding licenziamento licenziamenti divorzio gravidanza uppsagning skilsmassa
`),
)

/** The words of an office and of a calendar: whoever uses one gives nothing away. Most are in no list of everyday English. */
export const trade: ReadonlySet<string> = new Set(
  list(`
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march april
may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec today tomorrow tonight
montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche januar februar
easter christmas xmas noon midnight fortnight utc gmt bst cet cest est edt pst pdt cst eet ist hrs mins weekday weekdays midday
weekly fortnightly monthly quarterly yearly annual biweekly daily midweek weekend
agenda minutes itinerary reschedule rescheduled postpone postponed recap debrief checkin catchup followup signoff dropoff layover handover handoff playback briefing rehearsal onboarding offboarding offsite
onsite kickoff roadshow webinar workshop standup sync catchup roundtable townhall keynote plenary steering committee subcommittee
quarter fiscal forecast pipeline roadmap backlog milestone deliverable stakeholder stakeholders shareholder shareholders
procurement logistics compliance governance treasury payroll accounts invoice invoices auditor auditors audit analyst analysts
investor investors supplier suppliers vendor vendors client clients customer customers colleague colleagues counterpart
chairman chairwoman chairperson chair executive assistant secretary director directors manager managers cofounder founder
interview interviews candidate candidates applicant recruiter recruitment hiring intern interns mentoring coaching
laptop voicemail email emails mail inbox attachment attached slides slide deck spreadsheet dashboard calendar calendars zoom
teams skype webex google meet microsoft outlook video dial conference conferences hybrid remote hotline phone mobile
ceo cfo coo cto cio cmo cpo chro cro gc vp svp evp md hr it pr ir qa rd ops admin exec execs ea pa pas eas ops biz dev
agm egm sgm kpi kpis okr okrs nda ndas sow mou rfp rfq rfi faq pdf ics csv ppt pptx doc docx xls xlsx url http https www com org net
uk us usa eu emea apac latam dach gbp eur usd chf am pm tbc tba tbd rsvp asap eta fyi eod eow cob ooo wfh ps nb cc bcc attn dept ltd
llp llc plc inc gmbh ag sa sarl bv co group holding holdings partners partner associates company corp limited international global
q h fy ytd yoy mom hq lhr
street road lane avenue square court mews place terrace gardens building house hall floor room suite wing lobby reception annexe
office offices headquarters boardroom auditorium canteen cafe cafeteria restaurant bistro hotel lounge airport terminal gate station
platform flight flights train trains taxi cab car shuttle boarding check-in checkout campus tower centre center plaza park
rue platz strasse weg allee place via piazza plaza calle gmail outlook hotmail yahoo icloud example invalid test localhost
lunch breakfast dinner brunch coffee tea drinks canapes appointment appointments
rearrange rearranged confirm confirmed confirming regarding regards apologies availability available unavailable attend attendee
attendees invitee invitees organiser organizer venue proposal proposals feedback update updates status review reviews draft drafts
final revised version versions approval approvals signoff sign-off contract contracts renewal renewals terms agreement agreements
presentation presentations report reports results numbers figures budget budgets sales marketing finance financial operations product
products engineering design legal support service services training trainings planning strategy strategic performance project projects
programme program portfolio launch release rollout migration pilot demo demos tour visit visits session sessions block focus travel
ordner mappe akte akten team runde gruppe termin termine besprechung sitzung gesprach treffen vertrag vertrage raum buro kanzlei firma projekt standort geschaftsfuhrer
vorstand aufsichtsrat betriebsrat betrieb mitarbeiter kandidatur bewerbung unterlagen anlage anhang entwurf woche monat jahr uhr
uhrzeit mittagessen abendessen fruhstuck kaffee telefonat anruf einladung teilnehmer protokoll tagesordnung liste listen plan
rendez vous rdv candidatura candidature candidato mote moter uke klokken kontor prosjekt avtale avtaler kunde reunion rendezvous semaine mois bureau contrat projet appel dejeuner
dr prof anwalt steuerberater berater gasthaus weinstube restaurant halle saal gebaude haus strasse platz bahnhof flughafen
`),
)

/** Words that tell something beside another word of the same item, and nothing by themselves. */
export const touchy: ReadonlySet<string> = new Set(
  list(`
investigation inquiry restructure restructuring reorganisation merger acquisition buyout divestment closure settlement embargo
separation retirement complaint mediation suspension succession strike ballot liquidation diagnosis operation specialist
`),
)

/** What is called after somebody, who is another then than whose name is nearly the same. */
export const houses: ReadonlySet<string> = new Set(
  list(`
museum gallery theatre theater cinema library school college university institute foundation prize award fund trust church chapel
cathedral hospital hotel inn pub bridge street road lane square avenue park garden gardens hall house tower station lighthouse
harbour beach trail farm mill brewery festival cup stiftung schule kirche
`),
)
