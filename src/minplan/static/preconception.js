// What a professional believes before a meeting is for their own eyes: it stays in this browser, is sent nowhere, and is
// gone after the meeting. Whatever is past its time, or somebody else's on this machine, goes at the first look.
const PREFIX = 'minplan-before:'
const { whose } = document.getElementById('page').dataset
const keyOf = place => `${PREFIX}${whose}:${place.dataset.preconception}`

function read(key) {
  try { return JSON.parse(localStorage.getItem(key)) ?? {} } catch { return {} }
}

function sweep() {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(PREFIX) && (!key.startsWith(PREFIX + whose) || !(read(key).until > Date.now()))) localStorage.removeItem(key)
}

function show(place) {
  const { lines = {} } = read(keyOf(place))
  const written = Object.values(lines).some(Boolean)
  place.hidden = place.dataset.stage === 'after' && !written
  for (const field of place.querySelectorAll('[data-line]')) field.value = lines[field.dataset.line] ?? ''
  place.querySelector('[data-forget]').hidden = !written
}

function keep(place) {
  const fields = [...place.querySelectorAll('[data-line]')]
  const lines = Object.fromEntries(fields.map(field => [field.dataset.line, field.value]))
  localStorage.setItem(keyOf(place), JSON.stringify({ until: Date.now() + place.dataset.hours * 36e5, lines }))
  place.querySelector('[data-forget]').hidden = false
  place.querySelector('[role=status]').textContent = place.dataset.kept
}

function look() {
  for (const place of document.querySelectorAll('[data-preconception]')) show(place)
}

sweep()
look()
document.addEventListener('htmx:after:swap', look)
document.addEventListener('input', event => {
  const place = event.target.closest('[data-preconception]')
  if (place) keep(place)
})
document.addEventListener('click', event => {
  const place = event.target.closest('[data-forget]')?.closest('[data-preconception]')
  if (!place) return
  localStorage.removeItem(keyOf(place))
  show(place)
  place.querySelector('[role=status]').textContent = place.dataset.gone
})
