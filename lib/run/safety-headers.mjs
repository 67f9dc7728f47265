import { randomBytes } from 'node:crypto'

const always = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Cache-Control', 'private, no-store'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=()'],
]

/** Links whose address is a secret; they redirect at once, and nothing may learn where from. */
const carriesSecret = /^\/(?:(?:setup|invitation|reset)\/.|c\/[^/]+$)/
/** Where links lead: no search engine may keep it. */
const isByLink = /^\/(setup|invitation|reset|c)\//

/** The address as the reader sees it: Next marks its own requests for parts of a page. */
const shownAddress = (url) => url.replace(/([?&])_rsc=[^&]*(?:&|$)/, '$1').replace(/[?&]$/, '')

/** While developing React rebuilds server stacks with eval, and Next's own tools bring styles; the product never does. */
const policyWith = (nonce, developing) =>
  `default-src 'self'; script-src 'self' 'strict-dynamic' 'nonce-${nonce}'${developing ? " 'unsafe-eval'" : ''}; ` +
  `style-src 'self' ${developing ? "'unsafe-inline'" : `'nonce-${nonce}'`}; style-src-attr 'unsafe-inline'; img-src 'self' blob: data:; font-src 'self'; ` +
  "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/**
 * Puts the safety headers on a page and a fresh nonce into its content policy, which Next and the pages take from the
 * request. The HTTP interface says its own. Who may see what is never decided here: pages, actions and queries ask that.
 */
export function safetyHeaders(origin, { developing = false } = {}) {
  const isSecure = new URL(origin).protocol === 'https:'
  return (request, response) => {
    if (request.url.startsWith('/api/')) return
    const nonce = randomBytes(16).toString('base64')
    const policy = policyWith(nonce, developing)
    request.headers['x-nonce'] = nonce
    request.headers['x-accord-path'] = shownAddress(request.url)
    request.headers['content-security-policy'] = policy
    response.setHeader('Content-Security-Policy', policy)
    for (const [name, value] of always) response.setHeader(name, value)
    if (carriesSecret.test(request.url)) response.setHeader('Referrer-Policy', 'no-referrer')
    if (isByLink.test(request.url)) response.setHeader('X-Robots-Tag', 'noindex, nofollow, noarchive')
    if (isSecure) response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
  }
}
