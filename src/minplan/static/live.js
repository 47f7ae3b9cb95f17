// The room follows by itself. The server says only that something is new; then the page fetches itself by the ordinary
// door, in its reader's language. Whoever was asleep, without a net or on another one asks for what is newer than what
// they see. Who is here is told by the screens themselves.
const SOON = 300, LATE = 4e3, POLL = 15e3, SILENT = 4e4, GIVE_UP = 8e3
const { whose } = document.getElementById('page').dataset
// Whoever goes from the table is asked for nothing any more: an answer that they are out would take them elsewhere.
const desk = () => gone ? null : document.getElementById('presence')
const since = () => desk()?.dataset.since
let source, timer, wait = 0, fetching = false, again = false, saved = false, gone = false, touching = ''

function show(state) {
  const box = document.getElementById('following')
  if (!box || box.dataset.state === state) return
  const [told, link] = box.children
  box.dataset.state = state
  told.textContent = told.dataset[state]
  link.hidden = state === 'follows'
}

// What somebody else is in the middle of says so beside the field itself.
function mark() {
  for (const field of document.querySelectorAll('[data-writing]')) delete field.dataset.writing
  for (const each of document.querySelectorAll('[data-touching]')) {
    const field = document.getElementById(each.dataset.touching)
    const place = field?.closest('details:not([open])') ?? field // what is folded shows nothing
    if (place) place.dataset.writing = each.textContent
  }
}

async function catchUp() {
  if (!desk()) return
  if (fetching) { again = true; return }
  fetching = true
  const before = since()
  do {
    again = saved = false
    await htmx.ajax('GET', location.pathname + location.search, { source: '#room', target: '#room', select: '#room', swap: 'outerMorph' }).catch(() => {})
  } while (again && desk())
  fetching = false
  if (!desk()) close()
  else if (since() === before) retry(LATE)
}

async function ping(said = {}) {
  const answer = await fetch(desk().dataset.here, {
    method: 'POST', body: new URLSearchParams(said), headers: { 'HX-Request': 'true', 'X-Whose': whose },
    redirect: 'manual', keepalive: 'left' in said, signal: 'left' in said ? undefined : AbortSignal.timeout(GIVE_UP),
  })
  const version = answer.headers.get('X-Live')
  if (!version || !desk() || version === since()) return answer
  const [[revision, stirred], [own, last]] = [version, since()].map(each => each.split('.'))
  if ('touching' in said && revision === own && stirred - last === 1) desk().dataset.since = version // my own doing
  else catchUp()
  return answer
}

function open() {
  if (source || document.hidden || !desk()) return
  source = new EventSource(`${desk().dataset.live}?since=${since()}`)
  source.onopen = () => { wait = 0; alive() }
  source.onerror = () => retry(POLL)
  source.addEventListener('here', alive)
  source.addEventListener('changed', ({ data }) => { alive(); if (data !== since()) catchUp() })
}

// A line that a change of network has cut may look whole for hours; one that lives is heard every few seconds.
function alive() {
  show('follows')
  clearTimeout(timer)
  timer = setTimeout(begin, SILENT)
}

function close() {
  source?.close()
  source = undefined
  clearTimeout(timer)
}

function retry(most) {
  close()
  if (document.hidden || !desk()) return
  wait = Math.min(wait * 2 || SOON, most)
  timer = setTimeout(begin, wait * (0.5 + Math.random())) // not everybody at once
}

async function begin() {
  close()
  if (document.hidden || !desk()) return
  try {
    const answer = await ping()
    if (answer.ok) { show('follows'); open() }
    else if (answer.status === 401) over(await answer.text())
    else if (answer.status < 500 && answer.status !== 429) catchUp()
    else throw answer
  } catch {
    show('lost')
    retry(LATE)
  }
}

// What was typed stays on the page below.
function over(dialog) {
  show('lost')
  if (document.querySelector('body > dialog')) return
  document.body.insertAdjacentHTML('beforeend', dialog)
  document.querySelector('body > dialog:not([open])')?.showModal()
}

// A room that was fetched before something of one's own was saved would put the field back: it is fetched once more.
document.addEventListener('minplan:saved', () => { saved = true })
document.addEventListener('htmx:before:swap', event => {
  if (fetching && saved && event.detail.ctx.request?.method === 'GET') { event.preventDefault(); again = true }
})

function touch() {
  const field = document.activeElement?.matches('input, select, textarea') && document.activeElement.closest('form[data-saves]:not([data-own]), [data-touch]')
  const now = field ? field.id : ''
  if (now === touching || !desk()) return
  touching = now
  ping({ touching }).catch(() => {})
}

for (const moved of ['focusin', 'focusout']) document.addEventListener(moved, () => setTimeout(touch, SOON))
document.addEventListener('minplan:says', event => { if (desk()) ping({ says: event.detail }).catch(() => {}) })
document.addEventListener('submit', ({ target }) => { if (target.matches('[data-leaves]')) { gone = true; close() } })
document.addEventListener('htmx:after:swap', mark)
document.addEventListener('visibilitychange', () => document.hidden ? close() : begin())
addEventListener('online', begin)
addEventListener('offline', () => show('lost'))
addEventListener('pageshow', event => { if (event.persisted) begin() })
addEventListener('pagehide', () => { close(); if (desk()) ping({ left: 1 }).catch(() => {}) })
mark()
begin()
