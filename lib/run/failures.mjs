import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'

/** What the product notes about the request that it answers; instrumentation.ts finds this under the same name. */
const visits = new AsyncLocalStorage()
globalThis[Symbol.for('accord.visit')] = visits

const sentences = {
  'zh-TW': '資料庫暫時沒有回應，尚未儲存任何內容。請稍候，本頁會自動再試一次。',
  en: 'The database does not answer at the moment; nothing was saved. Please wait, this page tries again by itself.',
}
const style =
  'body{margin:0;display:grid;min-height:100vh;place-items:center;font:1rem/1.7 system-ui,sans-serif;color-scheme:light dark}' +
  'main{max-width:34rem;padding:1.5rem}h1{font-size:1.25rem}'
const policy =
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; object-src 'none'; ` +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
const secondsToWait = 3

const page = (again) => `<!doctype html>
<html lang="zh-TW"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
${again ? `<meta http-equiv="refresh" content="${secondsToWait}">` : ''}
<title>Accord · 商誼</title><style>${style}</style></head>
<body><main><h1>Accord · 商誼</h1><p role="alert">${sentences['zh-TW']}</p>
<p lang="en">${sentences.en}</p><p><a href="">再試一次 · Try again</a></p></main></body></html>
`
const data = JSON.stringify({
  code: 'unavailable',
  sentence: '資料庫未及時回應，請稍後再試。 The database did not answer in time; please try again in a moment.',
  fields: {},
})

const malformed = 'This request is malformed and nothing was done. 此請求的格式不正確，未執行任何動作。\n'

const common = {
  'Content-Security-Policy': policy,
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
}

/** What is said in the place of a failed answer: its status, kind and body. */
function replacement({ url, method }, reason) {
  if (reason === 'malformed') return [400, 'text/plain; charset=utf-8', malformed]
  return url.startsWith('/api/')
    ? [503, 'application/json', data]
    : [503, 'text/html; charset=utf-8', page(method === 'GET')]
}

function replace(request, response, { writeHead, end }, reason) {
  const [status, type, body] = replacement(request, reason)
  for (const name of response.getHeaderNames())
    if (/^content-|^etag$|^transfer-/.test(name)) response.removeHeader(name)
  for (const [name, value] of Object.entries(common)) response.setHeader(name, value)
  response.setHeader('Content-Type', type)
  if (status === 503) response.setHeader('Retry-After', String(secondsToWait))
  writeHead(status)
  end(body)
}

/**
 * Lets `answer` run. Where it fails because the database did not do its work, the visitor gets 503 and a sentence, and
 * where an action's request was malformed 400, instead of 500 and nothing. An answer that has begun is left alone.
 */
export function watchFailures(request, response, answer) {
  const visit = { reason: null }
  const plain = Object.fromEntries(
    ['writeHead', 'write', 'end'].map((method) => [method, response[method].bind(response)]),
  )
  let replaced = false
  const isReplaced = (status) => {
    if (!replaced && status === 500 && visit.reason && !response.headersSent) {
      replaced = true
      replace(request, response, plain, visit.reason)
    }
    return replaced
  }
  response.writeHead = (status, ...rest) => (isReplaced(status) ? response : plain.writeHead(status, ...rest))
  response.write = (...given) => isReplaced(response.statusCode) || plain.write(...given)
  response.end = (...given) => {
    if (!isReplaced(response.statusCode)) return plain.end(...given)
    given.find((each) => typeof each === 'function')?.()
    return response
  }
  return visits.run(visit, answer)
}
