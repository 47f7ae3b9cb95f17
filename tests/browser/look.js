// Eyes for the tests: what stands on the page, measured where a person would see or touch it.
window.look = {
  // Everything folded is opened, so that it is looked at too; a list that opens over the page hides what lies beneath.
  unfold() { for (const fold of document.querySelectorAll('details:not(.langs)')) fold.open = true },

  // axe reads the fill of letters, and Chromium forgets to force that together with their colour.
  fill() { for (const each of document.querySelectorAll('body *')) each.style.webkitTextFillColor = getComputedStyle(each).color },

  // How many pixels the page is wider than the screen, and what sticks out.
  sideways() {
    const root = document.documentElement, over = root.scrollWidth - root.clientWidth
    if (over <= 0) return []
    const out = [...document.body.querySelectorAll('*')].filter(each => {
      const box = each.getBoundingClientRect()
      return box.width && (box.right > root.clientWidth + 1 || box.left < -1) && !each.closest('.hidden-text, .skip')
    })
    return [`${over} px`, ...out.slice(-4).map(name)]
  },

  // What a finger must hit and is smaller than 44 px: a control, or a link that does not stand inside running text.
  small() {
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].flatMap(each => {
      const goal = each.matches('[type=radio], [type=checkbox]') ? each.closest('label') : each
      if (each.type === 'hidden' || !goal.checkVisibility() || each.matches('.skip') || inText(each)) return []
      const box = goal.getBoundingClientRect()
      return box.width < 43.5 || box.height < 43.5 ? [`${name(each)} ${box.width.toFixed()}×${box.height.toFixed()}`] : []
    })
  },

  // The product's own words: texts outside what carries somebody's language or direction.
  ownWords() {
    const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode, around = text.parentElement
      if (around.closest('script, style, textarea, bdi, [dir=auto]') || around.closest('[lang]') !== document.documentElement) continue
      if (text.data.trim()) found.push(text.data.trim())
    }
    for (const each of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      for (const said of ['aria-label', 'title', 'placeholder', 'alt']) found.push(each.getAttribute(said) ?? '')
    return [document.title, ...found].join('\n')
  },

  allWords() { return document.body.innerText },

  // Computed colours that shout: hue 345–15° with a saturation over 50 %.
  reds() {
    const found = new Map(), brush = document.createElement('canvas').getContext('2d', {willReadFrequently: true})
    for (const each of document.querySelectorAll('body, body *')) {
      const style = getComputedStyle(each)
      for (const part of ['color', 'backgroundColor', 'borderTopColor', 'borderInlineStartColor', 'outlineColor', 'fill', 'stroke'])
        if (!found.has(style[part])) found.set(style[part], `${part} of ${name(each)}`)
    }
    return [...found].filter(([colour]) => isRed(colour, brush)).map(each => each.join(' '))
  },
}

const name = each => `<${each.localName} class="${each.getAttribute('class') ?? ''}"> ${each.textContent.trim().slice(0, 30)}`

function inText(each) {
  if (each.localName !== 'a' || getComputedStyle(each).display !== 'inline') return false
  const around = each.closest('p, li, dd, blockquote, td')
  for (let at = each; around && at !== around; at = at.parentNode)
    if ([...at.parentNode.childNodes].some(node => node !== at && node.nodeType === 3 && node.data.trim())) return true
  return false
}

function isRed(colour, brush) {
  if (colour === 'none' || !CSS.supports('color', colour)) return false
  brush.clearRect(0, 0, 1, 1)
  brush.fillStyle = colour
  brush.fillRect(0, 0, 1, 1)
  const [r, g, b, alpha] = [...brush.getImageData(0, 0, 1, 1).data].map(value => value / 255)
  const most = Math.max(r, g, b), least = Math.min(r, g, b), range = most - least, light = (most + least) / 2
  if (!alpha || !range) return false
  const saturation = range / (1 - Math.abs(2 * light - 1))
  const hue = 60 * (most === r ? ((g - b) / range + 6) % 6 : most === g ? (b - r) / range + 2 : (r - g) / range + 4)
  return saturation > .5 && (hue >= 345 || hue <= 15)
}
