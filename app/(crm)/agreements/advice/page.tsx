import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { adviceMessages } from '@/lib/modules/agreements/messages-advice'
import { adviceAskedOfMe } from '@/lib/modules/agreements/queries-advice'
import { AskedOfMeList } from '@/lib/modules/agreements/views/advice-asked'
import { saidFor } from '@/lib/modules/agreements/views/said'

export const generateMetadata = async () => ({ title: (await translator(adviceMessages))('askedOfMe') })

export default async function AdviceAskedPage() {
  const [rows, said] = await Promise.all([read(adviceAskedOfMe, {}), saidFor()])
  return <AskedOfMeList rows={rows} said={said} />
}
