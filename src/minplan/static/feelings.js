// Where there is a script each feeling is a bubble: a native range, drawn as a circle. A tap makes it one larger and
// stops at the largest; under it comes what makes it smaller and larger and takes it away. Nothing leaves the device.
const form = document.querySelector('.checkin')
const sizes = form.dataset.sizes.split('|')
const built = form.querySelector('.as-bubble').content
const panel = form.querySelector('.sizing')
const aloud = panel.querySelector('[data-aloud]')
const spoken = form.querySelector('.spoken')
let touched

const rangeOf = cell => cell.querySelector('[type=range]')
const ownOf = cell => cell.querySelector('[type=text]')

function draw(cell) {
  const range = rangeOf(cell), own = ownOf(cell), word = own ? own.value.trim() : cell.dataset.word
  const size = word ? +range.value : 0
  cell.dataset.size = size
  range.ariaValueText = sizes[range.value]
  cell.querySelector('.word').textContent = word || form.dataset.own
  cell.querySelector('.size').textContent = size ? sizes[size] : ''
  if (cell !== touched) return
  panel.querySelector('.whose').textContent = word
  panel.querySelector('[data-by="-1"]').ariaDisabled = range.value === range.min
  panel.querySelector('[data-by="1"]').ariaDisabled = range.value === range.max
}

function set(cell, value) {
  const range = rangeOf(cell)
  range.value = value
  draw(cell)
  spoken.textContent = `${cell.querySelector('.word').textContent}: ${sizes[cell.dataset.size]}`
  help()
}

// Help opens by itself where something heavy fills everything. It is found out here, and told to nobody.
function help() {
  const panel = document.querySelector('[data-help-now]')
  if (panel && form.querySelector('.weighs [data-size="4"]')) panel.open = true
}

// What comes under a bubble moves what is below it, and what has gone above moves it too; it stays under the finger.
function touch(cell) {
  if (cell === touched) return
  const { top } = cell.getBoundingClientRect()
  touched = cell
  cell.after(panel)
  panel.hidden = false
  import(panel.dataset.voice)
  panel.querySelector('.help').textContent = aloud.dataset.text = cell.dataset.help
  draw(cell)
  scrollBy({ top: cell.getBoundingClientRect().top - top, behavior: 'instant' })
}

function grow(cell) {
  const own = ownOf(cell), range = rangeOf(cell)
  if (own && !own.value.trim()) return own.focus()
  range.focus({ preventScroll: true })
  touch(cell)
  if (range.value < range.max) navigator.vibrate?.(10)
  set(cell, Math.min(+range.value + 1, range.max))
}

function remove(cell) {
  if (ownOf(cell)) ownOf(cell).value = ''
  set(cell, rangeOf(cell).min)
  rangeOf(cell).focus({ preventScroll: true })
  panel.hidden = true
  touched = null
}

// The five choices of a feeling become its bubble: the same field, under the same name.
function build(fields) {
  const cell = fields.closest('.own-word') ?? document.createElement('div'), bubble = built.cloneNode(true)
  const range = bubble.querySelector('input'), radios = fields.querySelectorAll('[type=radio]')
  cell.classList.add('cell')
  cell.dataset.word = fields.dataset.word
  cell.dataset.help = fields.querySelector('.hint')?.textContent ?? ''
  Object.assign(range, { id: fields.id, name: radios[0].name, min: radios[0].value })
  range.value = fields.querySelector(':checked').value
  bubble.querySelector('.circle').append(fields.querySelector('.face') ?? '')
  cell.append(bubble)
  if (cell.matches('.own-word')) fields.remove()
  else fields.replaceWith(cell)
  draw(cell)
}

form.querySelectorAll('.feeling').forEach(build)
form.classList.add('drawn')
help()

form.addEventListener('click', event => {
  const { target } = event, by = target.closest('[data-by]')
  if (by) set(touched, +rangeOf(touched).value + +by.dataset.by)
  else if (target.closest('[data-remove]')) remove(touched)
  else if (target.closest('.grows')) { event.preventDefault(); grow(target.closest('.cell')) }
})
// Enter ends an own word, and does not send the rest before it has its size.
form.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !event.target.matches('[type=text]')) return
  event.preventDefault()
  event.target.blur()
})
form.addEventListener('input', event => {
  const cell = event.target.closest('.cell')
  if (cell) { draw(cell); help() }
})
