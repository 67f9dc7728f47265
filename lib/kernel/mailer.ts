import 'server-only'
import nodemailer, { type Transporter } from 'nodemailer'
import { environment } from './environment'

/** One letter to exactly one address, which was checked to be one. */
export type OutgoingMail = { to: { name: string; address: string }; subject: string; text: string; html: string }

let transport: Transporter | undefined

export const isMailConfigured = () => Boolean(environment().SMTP_URL)

/** Hands a letter to the mail server of SMTP_URL. Throws when it does not take it within half a minute. */
export async function deliver(mail: OutgoingMail): Promise<void> {
  const { SMTP_URL: url, MAIL_FROM: from } = environment()
  transport ??= nodemailer.createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  await transport.sendMail({ ...mail, from, envelope: { from: addressIn(from), to: [mail.to.address] } })
}

/** The address in `Name <address>`. */
const addressIn = (from: string) => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from
