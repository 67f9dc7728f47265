import { createServer } from 'node:http'
import { takeHandovers } from '../../lib/run/take-handovers.mjs'

/** A web process that answers with its number, and looks often after visitors who never finish their question. */
const server = createServer({ connectionsCheckingInterval: 10 }, (_, response) => response.end(String(process.pid)))
server.headersTimeout = 50
server.requestTimeout = 100
takeHandovers(server)
