// The picture of a code brings it after the #, which no browser sends to anybody. It is put where it would be typed, and
// nothing of it stays in the address.
const [, code] = location.hash.match(/^#(\d{6})$/) ?? []
if (code) {
  const field = document.getElementById('code')
  field.value = code
  field.dispatchEvent(new Event('input', { bubbles: true }))
  history.replaceState(history.state, '', location.pathname + location.search)
  field.form.querySelector('button').focus()
}
// Whose seat was ended lands here: words that they could not send do not lie in a borrowed phone for good (see room.js).
try {
  for (const name of Object.keys(localStorage).filter(each => each.startsWith('room '))) {
    if (JSON.parse(localStorage[name]).until < Date.now()) localStorage.removeItem(name)
  }
} catch {} // no store, nothing in it
