import type { Metadata } from 'next'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translatorOf } from '@/lib/kernel/translate'
import { rawOf } from '@/lib/modules/imports/queries'
import { RawColumns } from '@/lib/modules/imports/views/raw-columns'
import { ContactPageView } from '@/lib/modules/interactions/views/contact-page'
import { saidFor } from '@/lib/modules/interactions/views/said'
import { may } from '@/lib/modules/needs/manifest'
import { heardIn } from '@/lib/modules/needs/queries'
import { HeardHere } from '@/lib/modules/needs/views/heard-here'
import { may as mayNegotiate } from '@/lib/modules/negotiations/manifest'
import { lightWords } from '@/lib/modules/negotiations/messages-light'
import { Icon } from '@/lib/ui/icon'
import { readContact } from './read-contact'

type Props = PageProps<'/interactions/[interactionId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [contact, said] = [await readContact((await params).interactionId), await saidFor()]
  return { title: `${said.word(contact.channel)} · ${contact.account}` }
}

export default async function ContactPage({ params }: Props) {
  const { interactionId } = await params
  const [actor, contact, said, needs, imported] = await Promise.all([
    currentActor(),
    readContact(interactionId),
    saidFor(),
    read(heardIn, { interactionId }),
    read(rawOf, { subjectId: interactionId }),
  ])
  return (
    <>
      <ContactPageView contact={contact} said={said} />
      <div className="mt-5 grid gap-5">
        <HeardHere
          interactionId={interactionId}
          needs={needs}
          mayRecord={isGranted(may.record, actor) && !contact.planned && !contact.withdrawn}
        />
        {isGranted(mayNegotiate.talk, actor) && !contact.planned && !contact.withdrawn && (
          <a className="button small justify-self-start" href={`/negotiations/talk?interaction=${interactionId}`}>
            <Icon name="handshake" />
            {translatorOf(lightWords, said.locale)('talk')}
          </a>
        )}
        <RawColumns parts={imported} />
      </div>
    </>
  )
}
