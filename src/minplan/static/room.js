// The room: each field is saved by itself while somebody types, and no word is lost: not when the net is gone, the server
// is down, the page comes anew, or somebody else changed the same. A form that is not saved yet carries data-dirty, and
// the morph leaves it alone with all that it says it has seen (see the htmx-config in layout.html).
const PAUSE = 1000, SOON = 2e3, LATE = 15e3, GIVE_UP = 1e4, BORROWED = 3 * 36e5
const { whose } = document.getElementById('page').dataset
const STORE = `room ${whose} `
const told = document.getElementById('saving')
const unsent = document.getElementById('unsent').content
const HERE = STORE + location.pathname.replace(/room$/, '')
const under = new WeakMap() // each form: what is under way with it
const forms = () => [...document.querySelectorAll('form[data-saves]')]
const dirty = form => 'dirty' in form.dataset
const state = form => under.get(form) ?? under.set(form, {}).get(form)
const controls = form => [...form.elements].filter(each => each.name && each.type !== 'hidden' && each.localName !== 'button')
const chosen = form => controls(form).find(each => each.type !== 'radio' || each.checked)
const words = form => chosen(form)?.value ?? ''
const typed = form => JSON.stringify(controls(form).map(each => [each.name, /radio|checkbox/.test(each.type) ? each.checked : each.value]))
const key = form => STORE + form.getAttribute('action') + ' ' + form.id

document.documentElement.dataset.saves = ''

function say(form, what) {
  const place = form.querySelector('[data-state]')
  if (place) place.textContent = what ? told.dataset[what] : ''
  const loud = forms().some(each => dirty(each) && ['waiting', 'over', 'gone'].includes(state(each).said = each === form ? what : state(each).said))
  told.hidden = !loud
  told.textContent = loud ? told.dataset[what === 'saving' ? 'waiting' : what] ?? told.textContent : ''
}

// On a phone that only sits at the table, which may be anybody's, words do not wait for longer than the table does.
const until = () => document.querySelector('.at-table') ? Date.now() + BORROWED : undefined

function keep(form) {
  const kept = JSON.stringify({ typed: typed(form), words: words(form), seen: form.elements.seen.value, tried: state(form).tried, until: until() })
  try {
    sessionStorage.setItem(key(form), kept)
    // Away from the net a phone may close the page that waits: what could not be sent outlives it, until it is sent or
    // its writer signs out.
    if (state(form).wait) localStorage.setItem(key(form), kept)
  } catch {} // a full or forbidden store is no reason to stop
}
const drop = form => forget(key(form))
function forget(name) {
  for (const piece of document.querySelectorAll('[data-unsent]')) if (piece.dataset.unsent === name) piece.remove()
  try { sessionStorage.removeItem(name); localStorage.removeItem(name) } catch {}
}

function bring_in() {
  for (const name of Object.keys(localStorage).filter(each => each.startsWith('room '))) {
    const over = JSON.parse(localStorage[name]).until < Date.now()
    if (name.startsWith(STORE) && !over) sessionStorage[name] ??= localStorage[name]
    else localStorage.removeItem(name) // somebody else's
  }
}

function soon(form, pause = PAUSE) {
  const own = state(form)
  clearTimeout(own.timer)
  own.timer = setTimeout(() => save(form), pause)
}

function clean(form) {
  for (const each of [form, ...form.elements]) delete each.dataset.dirty
  for (const each of controls(form)) {
    if (each.options) for (const option of each.options) option.defaultSelected = option.selected
    else if (/radio|checkbox/.test(each.type)) each.defaultChecked = each.checked
    else each.defaultValue = each.value
  }
  drop(form)
}

function post(form, leaving) {
  const body = new URLSearchParams(new FormData(form))
  const { tried } = state(form)
  if (tried !== undefined) body.set('tried', tried)
  const headers = { 'X-Save': 'live', 'X-Whose': whose }
  const signal = leaving ? undefined : AbortSignal.timeout(GIVE_UP)
  return fetch(form.getAttribute('action'), { method: 'POST', body, headers, redirect: 'manual', keepalive: leaving, signal })
}

async function save(form) {
  const own = state(form)
  clearTimeout(own.timer)
  if (own.sending || !dirty(form) || !form.isConnected || form.querySelector('[data-conflict]')) return
  if (controls(form).some(each => each.validity.badInput)) return // a day that is not written to its end
  const sent = typed(form), said = words(form)
  own.sending = true
  say(form, 'saving')
  let answer
  try { answer = await post(form) } catch { answer = null }
  own.sending = false
  if (!answer || answer.status >= 500 || answer.status === 429) return wait(form, said)
  own.tried = own.wait = undefined
  form.querySelector('[data-fault]')?.remove()
  if (answer.status === 204) saved(form, answer, sent)
  else if (answer.status === 409 || answer.status === 422) ask(form, answer.status === 409 ? 'conflict' : 'fault', await answer.text())
  else say(form, answer.status === 401 || answer.status === 0 ? 'over' : 'gone')
}

function saved(form, answer, sent) {
  form.elements.seen.value = answer.headers.get('X-Seen') ?? ''
  document.dispatchEvent(new Event('minplan:saved')) // a page that was fetched before knows nothing of it
  if (typed(form) !== sent) { keep(form); return soon(form, 300) }
  clean(form)
  say(form, 'saved')
}

function wait(form, said) {
  const own = state(form)
  own.tried ??= said // it may have arrived, and only the answer was lost
  own.wait = Math.min((own.wait ?? SOON / 2) * 2, LATE)
  keep(form)
  say(form, 'waiting')
  soon(form, own.wait * (0.5 + Math.random() / 2))
}

function ask(form, what, piece) {
  form.insertAdjacentHTML('beforeend', piece)
  say(form, what)
  keep(form)
}

function put(form, value) {
  const [first, ...others] = controls(form)
  if (first.type !== 'radio') first.value = value
  else for (const each of [first, ...others]) each.checked = each.value === value
}

function choose(button) {
  const form = button.closest('form'), conflict = button.closest('[data-conflict]'), own = controls(form)[0]
  const { choose: what } = button.dataset
  if (what === 'both') own.value = conflict.querySelector('[data-both]').value
  if (what === 'theirs') put(form, conflict.dataset.theirs)
  form.elements.seen.value = conflict.dataset.seen
  conflict.remove()
  own.focus()
  if (what === 'theirs') { clean(form); say(form, '') } else { keep(form); save(form) }
}

// What the server says now goes into the fields that nobody is in the middle of; a field that was typed in once does not
// follow the page by itself.
let caret = {}
document.addEventListener('htmx:before:swap', () => {
  const { activeElement: field } = document
  caret = field?.localName === 'textarea' ? { field, from: field.selectionStart, to: field.selectionEnd, end: field.value.length } : {}
})

// Whoever is about to write on goes on at the end, or where they were: new words from the other side move nobody.
function stay({ field, from, to, end }) {
  if (!field || field !== document.activeElement || dirty(field.form)) return
  if (from === end) field.setSelectionRange(field.value.length, field.value.length)
  else field.setSelectionRange(from, to)
}

function settle() {
  for (const form of forms()) {
    if (dirty(form)) continue
    for (const each of controls(form)) {
      if (each.defaultValue === undefined || each.value === each.defaultValue || /radio|checkbox/.test(each.type)) continue
      const { selectionStart: from, selectionEnd: to } = each
      each.value = each.defaultValue
      if (each === document.activeElement) try { each.setSelectionRange(from, to) } catch {} // a day has no caret
    }
  }
}

// Unsent words of before come back with what they had seen; those whose place is gone stand on top, to be copied.
function restore() {
  for (const name of Object.keys(sessionStorage).filter(each => each.startsWith('room '))) {
    if (!name.startsWith(STORE)) { sessionStorage.removeItem(name); continue } // somebody else's
    if (!name.startsWith(HERE)) continue
    const kept = JSON.parse(sessionStorage[name])
    const form = forms().find(each => key(each) === name)
    if (!form) give_back(name, kept.words)
    else if (kept.typed === typed(form)) drop(form)
    else put_back(form, kept)
  }
}

function put_back(form, kept) {
  JSON.parse(kept.typed).forEach(([, value], at) => {
    const each = controls(form)[at]
    if (each) each[typeof value === 'boolean' ? 'checked' : 'value'] = value
  })
  form.elements.seen.value = kept.seen
  form.dataset.dirty = 1
  state(form).tried = kept.tried
  soon(form, 0)
}

function give_back(name, said) {
  if (!said || [...document.querySelectorAll('[data-unsent]')].some(each => each.dataset.unsent === name)) return
  const piece = unsent.cloneNode(true).firstElementChild
  piece.dataset.unsent = name
  piece.querySelector('textarea').value = said
  piece.querySelector('button').onclick = () => forget(name)
  if (told.isConnected) told.before(piece)
  else document.querySelector('h1').after(piece)
}

function changed({ target }) {
  const form = target.closest?.('form[data-saves]')
  if (!form || !target.name || target.type === 'hidden') return
  form.dataset.dirty = 1
  form.querySelector('[data-conflict]')?.remove() // it knows nothing of this letter: the next save asks again
  keep(form)
  soon(form, target.matches('select, [type=radio], [type=checkbox]') ? 0 : PAUSE)
}

document.addEventListener('input', changed)
document.addEventListener('focusout', ({ target }) => { const form = target.closest('form[data-saves]'); if (form) save(form) })
document.addEventListener('submit', event => {
  const form = event.target
  if (!form.matches('[data-saves]')) return
  if (event.submitter?.hasAttribute('formaction')) { clearTimeout(state(form).timer); drop(form); delete form.dataset.dirty; return }
  event.preventDefault()
  save(form)
})
document.addEventListener('click', ({ target }) => { const button = target.closest('[data-choose]'); if (button) choose(button) })
document.addEventListener('htmx:after:swap', () => {
  const room = document.getElementById('room')
  if (room) settle()
  if (room || !location.pathname.endsWith('/room')) restore() // else something is put right first, and then the room is back
  if (room) stay(caret)
})
const again = () => { for (const form of forms()) if (dirty(form)) save(form) }
addEventListener('online', again)
addEventListener('focus', again)
document.addEventListener('visibilitychange', () => { if (!document.hidden) again() })
// Whoever closes the page a moment after the last letter has it saved all the same.
addEventListener('pagehide', () => {
  for (const form of forms()) {
    if (!dirty(form) || state(form).sending || form.querySelector('[data-conflict]')) continue
    state(form).tried ??= words(form)
    keep(form)
    post(form, true).catch(() => {})
  }
})
try { bring_in() } catch {} // no store, nothing in it
restore()
