import 'server-only'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { environment } from '../environment'
import { Refusal } from '../refusal'
import { isOwnOrigin } from '../request-guard'
import { letIn, thisVisit } from './browser'
import { isSecureOrigin, sessionCookie, sessionHours, sessionOptions } from './cookies'
import { signInInput } from './inputs'
import { endThisSession } from './own-sessions'
import { safePath } from './safe-path'
import { viewerOfSession } from './session-row'
import { signIn } from './sign-in'
import { hashOfToken } from './token'

const nameIn = (token: object): string | null =>
  'session' in token && typeof token.session === 'string' ? token.session : null

/** next-auth as the protocol around our sign-in: one provider, and a token that holds a session's random name only. */
function options(): NextAuthOptions {
  const { APP_ORIGIN, AUTH_SECRET } = environment()
  const { maxAge: _, ...cookie } = sessionOptions()
  return {
    secret: AUTH_SECRET,
    useSecureCookies: isSecureOrigin(),
    session: { strategy: 'jwt', maxAge: sessionHours * 3600 },
    cookies: { sessionToken: { name: sessionCookie(), options: cookie } },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: (given) => identified(given ?? {}),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ session: nameIn(user ?? token) }),
      session: async ({ session, token }) => {
        const name = nameIn(token)
        const viewer = name ? await viewerOfSession(hashOfToken(name)) : null
        return viewer ? { expires: session.expires, user: { name: viewer.actor.name } } : { expires: '' }
      },
      redirect: ({ url }) => APP_ORIGIN + safePath(url.startsWith(APP_ORIGIN) ? url.slice(APP_ORIGIN.length) : url),
    },
    events: {
      signOut: async ({ token }) => {
        const name = nameIn(token)
        if (name) await endThisSession(hashOfToken(name), new Date())
      },
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  }
}

/** The session of whoever knows this e-mail and password, or null; also makes the device known. */
async function identified({ email, password }: Partial<Record<'email' | 'password', string>>) {
  const given = signInInput.safeParse({ email, password })
  if (!given.success) return null
  try {
    const admission = await signIn(given.data, await thisVisit(), new Date())
    await letIn(admission)
    return { id: 'session', session: admission.token }
  } catch (error) {
    if (error instanceof Refusal) return null
    throw new Error('unavailable')
  }
}

type Context = { params: Promise<{ nextauth: string[] }> }

/** Answers next-auth's own addresses. Writes of other sites are refused before it sees them. */
export async function answerNextAuth(request: Request, context: Context): Promise<Response> {
  if (request.method !== 'GET' && !isOwnOrigin(request.headers)) return new Response(null, { status: 403 })
  const response: Response = await NextAuth(request as never, context as never, options())
  response.headers.set('cache-control', 'private, no-store')
  return response
}
