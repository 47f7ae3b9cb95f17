// Reads a sentence aloud where the device itself has a voice for its language. A voice that lives somewhere else would
// be sent what is said at the table, so it is never asked, and there its button stays hidden.
const voiceOf = lang =>
  speechSynthesis.getVoices().find(voice => voice.localService && voice.lang.toLowerCase().startsWith(lang))

function look() {
  for (const button of document.querySelectorAll('[data-aloud]')) button.hidden = !voiceOf(button.dataset.aloud)
}

if ('speechSynthesis' in window) {
  look()
  speechSynthesis.addEventListener?.('voiceschanged', look)
  document.addEventListener('htmx:after:swap', look)
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-aloud]')
    if (!button) return
    const { aloud, text } = button.dataset
    speechSynthesis.cancel()
    speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(text), { lang: aloud, voice: voiceOf(aloud), rate: 0.9 }))
  })
  addEventListener('pagehide', () => speechSynthesis.cancel())
}
