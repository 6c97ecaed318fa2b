// Improves the outsider's page, which works without it: their own zone, and the chosen time named on the button.
const take = document.querySelector('[data-take]')
if (take) {
  const button = take.querySelector('button')
  const name = () => {
    const chosen = take.querySelector('input[name=time]:checked')
    if (chosen) button.textContent = chosen.dataset.words
  }
  take.addEventListener('change', name)
  name()
}

const zones = document.querySelector('[data-zones]')
if (zones) {
  const list = zones.querySelector('select')
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (own && ![...list.options].some((option) => option.value === own))
    list.add(new Option(own.replaceAll('_', ' '), own), 0)
  const asked = new URLSearchParams(location.search).get('zone')
  if (own && asked === null && own !== list.value) {
    const offer = document.createElement('button')
    offer.type = 'button'
    offer.textContent = `Show them in ${own.split('/').at(-1).replaceAll('_', ' ')}, where you are`
    offer.addEventListener('click', () => {
      list.value = own
      zones.submit()
    })
    zones.append(offer)
  }
  list.addEventListener('change', () => zones.submit())
}

// Pressing twice sends once; the desk would do it once anyway.
for (const form of document.querySelectorAll('form[method=post]'))
  form.addEventListener('submit', () => {
    for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true')
  })
