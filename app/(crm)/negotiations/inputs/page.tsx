import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { inputWords } from '@/lib/modules/negotiations/messages-inputs'
import { myInputs } from '@/lib/modules/negotiations/queries-inputs'
import { myResults } from '@/lib/modules/negotiations/queries-results'
import { NegotiationsHub } from '@/lib/modules/negotiations/views/hub'
import { MyInputs } from '@/lib/modules/negotiations/views/inputs-page'
import { saidFor } from '@/lib/modules/negotiations/views/said'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async () => ({ title: (await translator(inputWords))('mine') })

export default async function MyInputsPage() {
  const [{ waiting, said: answered }, results, said] = await Promise.all([
    read(myInputs, {}),
    read(myResults, {}),
    saidFor(),
  ])
  return (
    <>
      <PageHeader title={said.word('negotiations')} />
      <NegotiationsHub current="/negotiations/inputs" said={said} />
      <MyInputs waiting={waiting} answered={answered} results={results} said={said} />
    </>
  )
}
