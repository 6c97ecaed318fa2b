/** Words that say nothing of a fact. */
export const common: ReadonlySet<string> = new Set(
  `a an the this that these those it its he she they them their his her him you your yours we us our ours i me my mine
  myself yourself himself herself itself ourselves
  is are was were be been being am do does did done have has had having will would shall should can could may might must
  of to in on at by for with from into onto out off up down over under about as than then so and or but nor if though
  although because while when where which who whom whose what how why there here not no only just also too very quite
  all any some each every both either neither one ones other others another such same own more most less least
  s t d ll re ve m don didn wasn weren isn aren hasn haven hadn doesn won wouldn shouldn couldn
  ask asked wanted want wish wished need needed request requested instruct instructed
  please thank thanks dear hello hi regards
  go get make put let come thing things way bit lot yet still already ever never again now`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
