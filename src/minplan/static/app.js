// The first page goes without what only the other pages need; before htmx brings the first of those in, it comes too.
document.addEventListener('htmx:before:request', () => {
  const more = document.querySelector('meta[name=more]')
  if (!more) return
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: more.content })
  more.replaceWith(link)
})

// What a person has typed survives a refresh: a dirty field is skipped by the morph (see the htmx-config in layout.html).
document.addEventListener('input', event => { event.target.dataset.dirty = 1 })
document.addEventListener('submit', event => { for (const field of event.target.elements) delete field.dataset.dirty })

// A form that did its work is empty again, and what it lay folded under is closed; one with something to put right stays.
document.addEventListener('htmx:after:swap', event => {
  const { sourceElement: form, response } = event.detail.ctx
  if (!form?.matches('form') || !(response?.status < 400)) return
  form.reset()
  for (const field of form.elements) delete field.dataset.dirty
  for (const fold of [form.closest('details'), ...form.querySelectorAll('details')]) if (fold) fold.open = false
})

// After a change the focus goes where a person expects: to what the answer marks with data-focus. Its top is seen.
document.addEventListener('htmx:after:swap', () => {
  const goal = document.querySelector('[data-focus]')
  if (!goal) return
  goal.removeAttribute('data-focus')
  if (!goal.matches('a, button, input, select, textarea, summary')) goal.tabIndex = -1
  goal.focus({ preventScroll: true })
  const { top } = goal.getBoundingClientRect()
  if (top < 0 || top > innerHeight / 2) goal.scrollIntoView()
})

// Where there is room the lanes show the whole way, so its folds begin open.
if (matchMedia('(min-width: 56.25em)').matches)
  for (const fold of document.querySelectorAll('[data-open-wide]')) fold.open = true

// Printing needs a script, so its button shows itself only where there is one.
const printable = () => {
  for (const row of document.querySelectorAll('[data-print]')) { row.hidden = false; row.onclick = () => print() }
}
printable()
document.addEventListener('htmx:after:swap', printable)

// Another language in the middle of a form: the page grows into the one in that language, and what was typed stays,
// with the language that it was typed in.
document.addEventListener('click', async event => {
  const link = event.target.closest('.langs a')
  if (!link || !document.querySelector('[data-dirty]')) return
  event.preventDefault()
  for (const field of document.querySelectorAll('form:has([data-dirty]) [name=lang]')) field.dataset.dirty = 1
  await htmx.ajax('GET', link.href, { target: '#page', select: '#page', swap: 'outerMorph' })
  Object.assign(document.documentElement, { lang: link.lang, dir: link.dir })
})

// Escape closes the list of languages.
document.addEventListener('keydown', event => {
  const open = event.key === 'Escape' && document.querySelector('.langs[open]')
  if (open) { open.open = false; open.firstElementChild.focus() }
})

// The discreet screen: one tap, and nothing of the page is seen or read aloud until its own button is pressed. A nervous
// second tap and Escape open nothing, and a reload stays blank, for the address is that of the blank page meanwhile.
document.addEventListener('click', event => {
  const veil = event.target.closest('[data-cover]')
  if (!veil) return
  event.preventDefault()
  const cover = document.createElement('dialog'), back = document.createElement('button'), { title } = document
  const here = location.href, since = Date.now()
  cover.className = 'cover'
  cover.ariaLabel = document.title = veil.dataset.cover
  back.textContent = veil.dataset.back
  cover.append(back)
  back.onclick = () => Date.now() - since > 600 && cover.close()
  cover.oncancel = event => event.preventDefault()
  cover.onkeydown = event => { if (event.key === 'Escape') event.preventDefault() }
  cover.onclose = () => { document.title = title; history.replaceState(history.state, '', here) }
  document.body.append(cover)
  history.replaceState(history.state, '', veil.href)
  cover.showModal()
})

// Whoever sits here may have changed since the page came, so a form says for whom it was made.
document.addEventListener('htmx:config:request', event => {
  const { whose } = document.getElementById('page').dataset
  if (whose) event.detail.ctx.request.headers['X-Whose'] = whose
})

// A dialog that an answer brought is opened, what was typed below it is still to be sent, and once closed it is gone.
document.addEventListener('htmx:after:swap', event => {
  const { sourceElement: form, response } = event.detail.ctx
  if (response?.status === 401) for (const field of form.elements ?? []) field.dataset.dirty = 1
  document.querySelector('body > dialog:not([open])')?.showModal()
})
document.addEventListener('close', event => { if (event.target.matches('body > dialog')) event.target.remove() }, true)

// What a page needs only when it has been open for a while comes then.
const { later } = document.getElementById('page').dataset
if (later) addEventListener('load', () => setTimeout(() => import(later), 2e4))
