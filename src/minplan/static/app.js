// What a person has typed survives a refresh: a dirty field is skipped by the morph (see the htmx-config in layout.html).
document.addEventListener('input', event => { event.target.dataset.dirty = 1 })

// After a change the focus goes where a person expects: to what the answer marks with data-focus.
document.addEventListener('htmx:after:swap', () => {
  const goal = document.querySelector('[data-focus]')
  if (!goal) return
  goal.removeAttribute('data-focus')
  if (!goal.matches('a, button, input, select, textarea, summary')) goal.tabIndex = -1
  goal.focus()
})

// Lanes show the whole way, so the folds that belong to the way lie open where there is room.
if (matchMedia('(min-width: 56.25em)').matches)
  for (const fold of document.querySelectorAll('details[data-open-wide]')) fold.open = true

// One open language list at a time, and Escape closes it.
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return
  const open = document.querySelector('.langs[open]')
  if (open) { open.open = false; open.firstElementChild.focus() }
})
