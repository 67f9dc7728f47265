/** The colours of one theme, by name, as the style sheet says them. */
export function tokensOf(css: string, theme: 'light' | 'dark' | 'system'): Record<string, string> {
  const selector = theme === 'light' ? ':root' : `:root[data-theme="${theme}"]`
  const start = css.indexOf(`${selector} {`)
  if (start < 0) throw new Error(`there is no ${selector} in the style sheet`)
  const block = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/gi)].map(([, name = '', colour = '']) => [name, colour]),
  )
}

/** WCAG 2 contrast of two colours such as #0f766e, from 1 to 21; NaN when one is missing. */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = Number.NaN, green = 0, blue = 0] = (colour.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => {
    const channel = Number.parseInt(pair, 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
