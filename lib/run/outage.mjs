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

/** Says in the place of a failed answer that the database is away, as a page or as data. */
function answerAway(request, response, { writeHead, end }) {
  const isData = request.url.startsWith('/api/')
  for (const name of response.getHeaderNames())
    if (/^content-|^etag$|^transfer-/.test(name)) response.removeHeader(name)
  response.setHeader('Content-Security-Policy', policy)
  response.setHeader('Content-Type', isData ? 'application/json' : 'text/html; charset=utf-8')
  response.setHeader('Cache-Control', 'private, no-store')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin')
  response.setHeader('Retry-After', String(secondsToWait))
  writeHead(503)
  end(isData ? data : page(request.method === 'GET'))
}

/**
 * Lets `answer` run; where it fails because the database did not do its work, the visitor gets 503 and a sentence
 * instead of 500 and nothing. An answer that has begun is left alone.
 */
export function watchOutages(request, response, answer) {
  const visit = { unavailable: false }
  const plain = Object.fromEntries(
    ['writeHead', 'write', 'end'].map((method) => [method, response[method].bind(response)]),
  )
  let replaced = false
  const isAway = (status) => {
    if (!replaced && status === 500 && visit.unavailable && !response.headersSent) {
      replaced = true
      answerAway(request, response, plain)
    }
    return replaced
  }
  response.writeHead = (status, ...rest) => (isAway(status) ? response : plain.writeHead(status, ...rest))
  response.write = (...given) => isAway(response.statusCode) || plain.write(...given)
  response.end = (...given) => {
    if (!isAway(response.statusCode)) return plain.end(...given)
    given.find((each) => typeof each === 'function')?.()
    return response
  }
  return visits.run(visit, answer)
}
