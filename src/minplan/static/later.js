// Comes when a page has been open for a while. It tells before a sign-in ends, keeps it when asked to, and says so
// when it is over. Nothing that was typed is touched.
const CERTAIN = 65e3 // the server writes down once a minute that somebody was here
const MARGIN = 3e5 // how long before the end it is said, where there is so much time
const { lang } = document.documentElement
const others = new BroadcastChannel('minplan')
let idle, ends = Infinity, latest = Infinity, shown = ''

async function ask(method) {
  const answer = await fetch('/stay', { method, headers: { 'HX-Request': 'true' } })
  if (answer.status === 401) return say('over')
  if (!answer.ok) return
  const [left, most] = answer.headers.get('X-Left').split(' ').map(seconds => seconds * 1000)
  idle ??= left
  others.postMessage([ends, latest] = [Date.now() + left, Date.now() + most])
  look()
}

async function look() {
  const now = Date.now()
  if (now > ends + CERTAIN) return shown === 'over' || ask('GET')
  say(latest - now < MARGIN ? 'last' : ends - now < Math.min(MARGIN, idle / 3) ? 'soon' : '')
}

async function say(saying) {
  if (saying === shown || document.querySelector('.cover[open]')) return
  shown = saying
  const text = saying && await fetch(`/stay/${lang}/${saying}`).then(answer => answer.ok && answer.text()).catch(() => '')
  if (shown !== saying) return // something else is to be said by now
  if (saying && !text) { shown = ''; return } // no network: the next look tries again
  const before = document.querySelector('[data-saying]')
  before?.close()
  before?.remove()
  document.body.insertAdjacentHTML('beforeend', text)
  document.querySelector('body > dialog:not([open])')?.showModal()
}

// What a professional believed before a meeting (preconception.js) is gone when its time is over, on whatever page.
for (const key of Object.keys(localStorage)) {
  if (key.startsWith('minplan-before:') && !(JSON.parse(localStorage[key]).until > Date.now())) localStorage.removeItem(key)
}

others.onmessage = event => { [ends, latest] = event.data; look() }
document.addEventListener('htmx:after:swap', event => {
  if (event.detail.ctx.response?.status < 400) { ends = Math.min(latest, Date.now() + idle); look() }
})
document.addEventListener('submit', event => {
  if (event.target.matches('[data-stay]')) { event.preventDefault(); ask('POST').catch(() => {}) }
})
document.addEventListener('visibilitychange', look)
setInterval(look, 1e4)
ask('GET').catch(() => {})
