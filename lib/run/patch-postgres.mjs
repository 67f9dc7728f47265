// postgres.js 3.4.9 loses its pool when a connection dies inside a transaction (upstream issues 1066, 1154, 1208):
// a dead transaction goes on writing to the connection of somebody else, and what was queued is never answered.
// This script cures the installed copy in place. Run it directly, or call `applyPatch()`; a second run changes nothing.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const version = '3.4.9'
const installed = path.resolve(
  import.meta.dirname ?? path.dirname(fileURLToPath(import.meta.url)),
  '../../node_modules/postgres',
)

/** Each edit names its reason; `before` occurs exactly once in the released file. */
const connection = [
  {
    why: 'The pool may end a connection that no longer answers, also while it is still being made.',
    before: `
    terminate,
    execute,
    cancel,
    end,
    count: 0,`,
    after: `
    terminate,
    execute,
    abandon,
    sever,
    cancel,
    end,
    count: 0,`,
  },
  {
    why: 'What the server said last is the reason that every waiting statement is given.',
    before: `
    , errorResponse = null
    , result = new Result()`,
    after: `
    , errorResponse = null
    , farewell = null
    , result = new Result()`,
  },
  {
    why: 'A statement is queued only once it could be built; one bad parameter must not stop those in flight.',
    before: `
    if (q.cancelled)
      return

    try {
      q.state = backend
      query
        ? sent.push(q)
        : (query = q, query.active = true)

      build(q)
      return write(toBuffer(q))
        && !q.describeFirst`,
    after: `
    if (q.cancelled)
      return

    if (!socket)
      return queryError(q, Errors.connection('CONNECTION_CLOSED', options))

    try {
      q.state = backend
      build(q)
      const bytes = toBuffer(q)
      query
        ? sent.push(q)
        : (query = q, query.active = true)

      const room = write(bytes)
        && !q.describeFirst`,
  },
  {
    why: 'A transaction takes its connection also when the socket asks for a pause.',
    before: `
        && sent.length < max_pipeline
        && (!q.options.onexecute || q.options.onexecute(connection))`,
    after: `
        && sent.length < max_pipeline
      return q.options.onexecute ? q.options.onexecute(connection) : room`,
  },
  {
    why: 'Only the statement at fault is refused; with nothing before it, an empty round keeps its place.',
    before: `
    } catch (error) {
      sent.length === 0 && write(Sync)
      errored(error)
      return true
    }`,
    after: `
    } catch (error) {
      query || (query = q, write(Sync))
      queryError(q, error)
      return true
    }`,
  },
  {
    why: 'Bytes for a connection that is gone must not become the first bytes of the next one.',
    before: `
  function write(x, fn) {
    chunk =`,
    after: `
  function write(x, fn) {
    if (!socket)
      return false
    chunk =`,
  },
  {
    why: 'A write that was scheduled before the connection died is dropped.',
    before: `
    const x = socket.write(chunk, fn)
    nextWriteTimer !== null`,
    after: `
    const x = socket !== null && socket.write(chunk, fn)
    nextWriteTimer !== null`,
  },
  {
    why: 'A closed connection answers everything that was queued on it and forgets all of its state.',
    before: `
  async function closed(hadError) {
    incoming = Buffer.alloc(0)
    remaining = 0
    incomings = null
    clearImmediate(nextWriteTimer)
    socket.removeListener`,
    after: `
  function sever(reason) {
    if (!socket)
      return
    if (terminated)
      return socket.destroy()
    const gone = socket
    farewell = reason
    gone.removeAllListeners()
    gone.on('error', noop)
    gone.destroy()
    closed(true)
  }

  function abandon(q, reason) {
    if (initial !== q)
      return
    initial = null
    sever(reason)
  }

  async function closed(hadError) {
    const reason = farewell || errorResponse || Errors.connection('CONNECTION_CLOSED', options)
    const elsewhere = farewell === null && options.host[retries + 1] ? initial : null
    elsewhere && (initial = null)
    incoming = Buffer.alloc(0)
    remaining = 0
    incomings = null
    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    socket.removeListener`,
  },
  {
    why: 'Also after an error, while ending, or when the server hangs up before it ever answered; only failures to connect slow down the next attempt.',
    before: `
    socket.removeAllListeners()
    socket = null

    if (initial)
      return reconnect()

    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
    closedTime = performance.now()
    hadError && options.shared.retries++
    delay = (typeof backoff === 'function' ? backoff(options.shared.retries) : backoff) * 1000
    onclose(connection, Errors.connection('CONNECTION_CLOSED', options, socket))`,
    after: `
    socket.removeAllListeners()
    errored(reason)
    while (sent.length)
      queryError(sent.shift(), reason)
    final && final(reason)
    query = results = errorResponse = farewell = final = null
    result = new Result()
    rows = 0
    socket = null

    closedTime = performance.now()
    hadError && connection.queue === queues.connecting && options.shared.retries++
    delay = (typeof backoff === 'function' ? backoff(options.shared.retries) : backoff) * 1000
    if (elsewhere)
      return (initial = elsewhere, reconnect())

    ended && (ended(), ending = ended = null)
    onclose(connection, reason)`,
  },
  {
    why: 'An ended pool leaves no connection half made.',
    before: `
      socket.readyState === 'open' && socket.end(b().X().end())`,
    after: `
      socket.readyState === 'open' ? socket.end(b().X().end()) : socket.destroy()`,
  },
  {
    why: 'Nothing is connected for a statement that gave up waiting.',
    before: `
  async function connect() {
    terminated = false`,
    after: `
  async function connect() {
    if (initial === null && cancelMessage === undefined)
      return onclose(connection, Errors.connection('CONNECTION_CLOSED', options))

    terminated = false`,
  },
  {
    why: 'Reading the array types may fail with its connection; that is no unhandled rejection.',
    before: `
        return fetchArrayTypes()
      }`,
    after: `
        return fetchArrayTypes().catch(noop)
      }`,
  },
  {
    why: 'The same for the look at the state of the server.',
    before: `
    query.execute()
  }`,
    after: `
    query.catch(noop)
  }`,
  },
  {
    why: 'After a fatal message the server hangs up: nobody may be given this connection any more.',
    before: `
  function ErrorResponse(x) {
    if (query) {`,
    after: `
  function ErrorResponse(x) {
    const last = Errors.postgres(parseError(x))
    if (/^(FATAL|PANIC)$/.test(last.severity || last.severity_local))
      return sever(last)

    if (query) {`,
  },
]

const pool = [
  {
    why: 'The program asks whether it runs on the cured driver: a build may carry its own copy.',
    before: `
    reserve,
    listen,
    begin,
    close,`,
    after: `
    survivesLostConnections: true,
    reserve,
    listen,
    begin,
    close,`,
  },
  {
    why: 'A reserved connection that died or was given back is not used again.',
    before: `
  async function reserve() {
    const queue = Queue()
    const c =`,
    after: `
  async function reserve() {
    const queue = Queue()
    let over = null
    const c =`,
  },
  {
    why: 'What waits for a reserved connection is answered when it dies.',
    before: `
    c.reserved.release = true

    const sql = Sql(handler)
    sql.release = () => {
      c.reserved = null`,
    after: `
    c.reserved.release = true
    c.onclose = reason => {
      over = reason
      while (queue.length)
        queue.shift().reject(reason)
    }

    const sql = Sql(handler)
    sql.release = () => {
      if (over)
        return
      over = Errors.generic('CONNECTION_RELEASED', 'This connection was given back')
      c.onclose = null
      c.reserved = null`,
  },
  {
    why: 'Its statements are refused from then on.',
    before: `
    function handler(q) {
      c.queue === full
        ? queue.push(q)`,
    after: `
    function handler(q) {
      if (over)
        return q.reject(over)

      c.queue === full
        ? queue.push(q)`,
  },
  {
    why: 'A transaction hears of the death of its connection from its first byte on, may send its first statements with BEGIN, and may be given up by a signal.',
    before: `
  async function begin(options, fn) {
    !fn && (fn = options, options = '')
    const queries = Queue()
    let savepoints = 0
      , connection
      , prepare = null

    try {
      await sql.unsafe('begin ' + options.replace(/[^a-z ]/ig, ''), [], { onexecute }).execute()
      return await Promise.race([
        scope(connection, fn),
        new Promise((_, reject) => connection.onclose = reject)
      ])
    } catch (error) {
      throw error
    }
`,
    after: `
  async function begin(options, fn, { opening = '', signal = null } = {}) {
    !fn && (fn = options, options = '')
    const queries = Queue()
    let savepoints = 0
      , connection = null
      , over = null
      , last = null
      , prepare = null
      , refusal
      , fail

    signal && signal.throwIfAborted()
    const lost = new Promise((_, reject) => fail = reject)
    lost.catch(() => { /* noop */ })
    const first = sql.unsafe('begin ' + options.replace(/[^a-z ]/ig, '') + (opening && '; ' + opening), [], { onexecute })
    signal && signal.addEventListener('abort', abort)

    try {
      await first.catch(error => refusal = error)
      if (refusal && !holds(connection))
        throw refusal
      return await Promise.race([
        scope(connection, refusal ? () => Promise.reject(refusal) : fn),
        lost
      ])
    } finally {
      signal && signal.removeEventListener('abort', abort)
    }

    function abort() {
      connection && connection.reserved === turn
        ? connection.sever(signal.reason)
        : withdraw(first, signal.reason)
    }

    function holds(c) {
      return !over && c !== null && c.reserved === turn
    }

    function turn() {
      queries.length
        ? connection.execute(queries.shift())
        : move(connection, reserved)
    }

    function ending(q) {
      return last = q
    }
`,
  },
  {
    why: 'Nothing may follow the statement that ends a transaction: the connection is somebody else’s by then.',
    before: `
          : sql\`rollback\`
        )`,
    after: `
          : ending(sql\`rollback\`)
        )`,
  },
  {
    why: 'A server that answers COMMIT with ROLLBACK has not saved anything.',
    before: `
          : await sql\`commit\`
      }`,
    after: `
          : committed(await ending(sql\`commit\`))
      }`,
  },
  {
    why: 'Statements of a transaction whose connection died are refused, those that still wait included.',
    before: `
      function handler(q) {
        q.catch(e => uncaughtError || (uncaughtError = e))
        c.queue === full
          ? queries.push(q)
          : c.execute(q) || move(c, full)
      }
    }

    function onexecute(c) {
      connection = c
      move(c, reserved)
      c.reserved = () => queries.length
        ? c.execute(queries.shift())
        : move(c, reserved)
    }
  }`,
    after: `
      function ended() {
        return Errors.generic('TRANSACTION_OVER', 'This transaction has already ended')
      }

      function committed({ command }) {
        if (command !== 'COMMIT')
          throw uncaughtError || Errors.generic('TRANSACTION_ROLLED_BACK', 'The server rolled this transaction back')
      }

      function handler(q) {
        q.catch(e => uncaughtError || (uncaughtError = e))
        if (!holds(c))
          return q.reject(over || ended())

        q === last && (over = ended())
        c.queue === full
          ? queries.push(q)
          : c.execute(q) || move(c, full)
      }
    }

    function onexecute(c) {
      connection = c
      c.onclose = reason => {
        over = reason
        connection = null
        while (queries.length)
          queries.shift().reject(reason)
        fail(reason)
      }
      move(c, reserved)
      c.reserved = turn
    }
  }`,
  },
  {
    why: 'A transaction that waits for a connection in vain can be taken out of the line.',
    before: `
  function connect(c, query) {
    move(c, connecting)`,
    after: `
  function withdraw(query, reason) {
    queries.remove(query)
    query.reject(reason)
    connections.forEach(c => c.abandon(query, reason))
  }

  function connect(c, query) {
    move(c, connecting)`,
  },
]

/** File of the package → its edits; Next bundles `src`, `require` takes `cjs`. */
export const edits = {
  'src/connection.js': connection,
  'src/index.js': pool,
  'cjs/src/connection.js': connection,
  'cjs/src/index.js': pool,
}

const occurrences = (text, part) => text.split(part).length - 1
const replaced = (text, list, from, to) => list.reduce((now, edit) => now.replace(edit[from], () => edit[to]), text)
const all = (text, list, side) => list.every((edit) => occurrences(text, edit[side]) === 1)
const read = (folder, file) => readFileSync(path.join(folder, file), 'utf8')

/** Whether every file of the installed driver carries the cure. */
export function isPatched(folder = installed) {
  return Object.entries(edits).every(([file, list]) => all(read(folder, file), list, 'after'))
}

/** The released text of a cured file; the fault test proves with it that the fault is real. */
export function released(text, file) {
  return replaced(text, [...edits[file]].reverse(), 'after', 'before')
}

/** The text to start from: an earlier cure kept the released one beside it. */
function original(folder, file) {
  const kept = path.join(folder, 'released', file)
  return readFileSync(existsSync(kept) ? kept : path.join(folder, file), 'utf8')
}

function put(file, text) {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(`${file}.${process.pid}`, text)
  renameSync(`${file}.${process.pid}`, file)
}

/** Cures the installed driver; says whether anything had to be changed. Refuses any text it does not know. */
export function applyPatch(folder = installed) {
  const found = JSON.parse(read(folder, 'package.json')).version
  if (found !== version)
    throw new Error(`The database driver is postgres ${found}, but its cure was written for ${version}: run "npm ci".`)
  if (isPatched(folder)) return false
  for (const [file, list] of Object.entries(edits)) {
    if (all(read(folder, file), list, 'after')) continue
    const text = original(folder, file)
    if (!all(text, list, 'before'))
      throw new Error(`${path.join(folder, file)} is not the text of postgres ${version}: run "npm ci".`)
    put(path.join(folder, 'released', file), text)
    put(path.join(folder, file), replaced(text, list, 'before', 'after'))
  }
  return true
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log(applyPatch() ? `postgres ${version} is cured.` : `postgres ${version} was cured already.`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
