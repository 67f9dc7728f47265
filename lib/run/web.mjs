import { createServer } from 'node:http'
import path from 'node:path'
import { setDefaultHighWaterMark } from 'node:stream'
import next from 'next'
import { buildFolder } from './build-folder.mjs'
import { compressResponse } from './compress.mjs'
import { watchFailures } from './failures.mjs'
import { hostList } from './hosts.mjs'
import { mostWaiting, sendInBursts } from './in-bursts.mjs'
import { turns } from './in-turn.mjs'
import { root } from './paths.mjs'
import { readiness } from './ready.mjs'
import { safetyHeaders } from './safety-headers.mjs'
import { staticFiles } from './static-files.mjs'
import { takeHandovers } from './take-handovers.mjs'

/** One of the processes that share the port. Everything but health, names and built files is answered by Next. */
const port = Number(process.env.PORT)
const developing = process.env.NODE_ENV === 'development'
const isOurs = hostList(process.env.APP_ORIGIN)
const isReady = readiness(process.env.DATABASE_URL)
const makeSafe = safetyHeaders(process.env.APP_ORIGIN, { developing })
const compresses = process.env.COMPRESS === 'fast'
const inTurn = turns({ most: 4, patience: 100 })

function say(response, status, sentence) {
  const headers = {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  }
  response.writeHead(status, headers)
  response.end(`${sentence}\n`)
}

const reads = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a write names no other site as its sender. Actions and the API ask more than this; here it ends early. */
const isOwnSender = ({ method, headers: { origin } }) =>
  reads.has(method) || origin === undefined || (URL.canParse(origin) && isOurs(new URL(origin).host))

const forwarded = (request) => request.headers['x-forwarded-host']?.split(',')[0].trim()

/** Who sent this: the addresses that proxies vouch for, then the one that we see ourselves. Sign-in counts guesses by it. */
const addresses = ({ headers, socket }) => [headers['x-forwarded-for'], socket.remoteAddress].filter(Boolean).join(', ')

// Connections are made outside this server, so an option of its own would not reach them.
setDefaultHighWaterMark(false, mostWaiting)
const application = next({ dev: developing, dir: root, hostname: 'localhost', port })
await application.prepare()
const handle = application.getRequestHandler()
const serveStatic = developing ? () => false : staticFiles(path.join(buildFolder, 'static'))

async function answerHealth(response) {
  if (await isReady()) return say(response, 200, 'ready')
  response.setHeader('Retry-After', '1')
  say(response, 503, 'The database does not answer. 資料庫沒有回應。')
}

const server = createServer((request, response) => {
  if (request.url === '/live') return say(response, 200, 'alive')
  if (request.url === '/ready') return answerHealth(response)
  const named = forwarded(request)
  if (!isOurs(request.headers.host) || (named !== undefined && !isOurs(named))) {
    return say(response, 421, 'This server does not answer to that name. 本伺服器不使用這個名稱。')
  }
  if (!isOwnSender(request)) {
    return say(response, 403, 'This request came from another site and was refused. 此請求來自其他網站，已拒絕。')
  }
  if (!request.url.startsWith('/')) return say(response, 400, 'Bad request.')
  if (serveStatic(request, response)) return
  request.headers['x-forwarded-for'] = addresses(request)
  makeSafe(request, response)
  sendInBursts(response)
  if (compresses) compressResponse(request, response)
  const handleIt = () => handle(request, response)
  // Writes do not queue: a crowd that signs in must not keep waiting who reads.
  const inItsTurn = () => (request.method === 'GET' ? inTurn(response, handleIt) : handleIt())
  watchFailures(request, response, inItsTurn).catch((error) => {
    console.error(error)
    if (response.headersSent) response.destroy()
    else say(response, 500, 'Something went wrong. 發生錯誤。')
  })
})

server.headersTimeout = 20_000
server.requestTimeout = 300_000
server.keepAliveTimeout = 65_000
const upgrade = developing ? application.getUpgradeHandler() : (_, socket) => socket.destroy()
server.on('upgrade', upgrade)

const open = new Set()
server.on('connection', (connection) => {
  open.add(connection)
  connection.once('close', () => open.delete(connection))
})

/** Answers what has begun, accepts nothing more, and ends. */
function finish() {
  server.close()
  setInterval(() => {
    server.closeIdleConnections()
    if (open.size === 0) process.exit(0)
  }, 50)
  setTimeout(() => process.exit(0), 5_000)
}

process.on('message', (message) => {
  if (message === 'finish') finish()
})
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {})
process.on('SIGTERM', finish)

// The first connection is made before anybody waits for it; a database that is away is no reason not to begin.
await isReady()
if (developing) server.listen(port)
else takeHandovers(server)
