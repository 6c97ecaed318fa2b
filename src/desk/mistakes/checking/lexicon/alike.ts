/** Words of an assistant’s trade that mean the same for a fact: each line one meaning, in its plainest form. */
const lines = `
move shift change rebook reschedule postpone transfer switch
flight plane flying aircraft airline air
car driver vehicle chauffeur cab taxi limousine
hotel room accommodation lodging
book reserve reservation booking secure
send sent forward dispatch mail email transmit despatch deliver hand pass
sign signed signature execute executed
unsigned blank bare
draft version
noon midday
invite invitation guest invitee
guest attendee
keep hold leave stay remain
free clear open block blocked unbooked
screen projector display monitor
eight 8
pay settle transfer remit payment
invoice bill
money amount sum figure
decline refuse turn
politely nicely kindly friendly graciously
accept yes agree
spring
talk speech lecture evening address
calendar diary agenda schedule
title name call
visible see read show shown appear
secret confidential hidden sensitive private
order buy purchase get
flower bouquet flowers
gift present
lease contract tenancy
renew prolong extend
passport document paper
post mail posted
form application
interpreter translator
receive get reach
table seat place
window view
day date
notice letter termination
landlord owner
deadline limit term cutoff
print copy
side sided
staple stapled
bind bound binding
collect pick fetch meet
gatwick airport
donation gift give
anonymous anonymously unnamed nameless
price figure rate list
old former last previous
offer quote quotation proposal
recital concert performance
daughter girl
review meeting
child kid son daughter
name named
report appraisal assessment evaluation
list distribution group
whole entire all everyone everybody full
wrong incorrect mistaken
minute minutes
hour hours
week weeks
check verify confirm compare inspect control examine look read review
before prior ahead advance beforehand
after later
change alter alteration modify amendment amend revise revised
trip journey travel itinerary
leg segment stage part
finish finished done complete close closed
reminder alert nudge remind
calendar diary
write written writing
phone call ring telephone rang
second another colleague
attach attachment enclose
remove delete take
cancel call scrap drop
forget omit overlook
early earlier
late later delayed
ticket fare
train rail
restaurant table
lunch luncheon
dinner supper meal
breakfast
menu food dish
vegetarian veggie meatless
allergy allergic
wine bottle
key keys
lock locked
boss chief executive
client customer
press media journalist
minutes record note protocol
agreement contract
double two both
six 6
four 4
five 5
three 3
two 2 twice
ten 10
twelve 12 dozen
thirteen 13
weekday workday
translate translation interpret
version edition
photo picture photograph image
slide presentation deck
present presentation
speaker speaker
appointment slot
doctor clinic physician
medicine pill tablet
school class
parent mother father
car park parking
visa permit
bag luggage suitcase case
address street
number digit figure
code pin password
file document folder
link url
public open
share distribute circulate
approve approval release sign-off
budget budgeting
tax return
insurance policy cover
quarter quarterly
year annual
month monthly
german
french
english
`

export const classOf: ReadonlyMap<string, ReadonlySet<number>> = (() => {
  const found = new Map<string, Set<number>>()
  lines
    .trim()
    .split('\n')
    .forEach((line, i) => {
      for (const word of line.split(' ')) found.set(word, (found.get(word) ?? new Set()).add(i))
    })
  return found
})()
