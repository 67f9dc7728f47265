'use client'
import { useRouter } from 'next/navigation'
import { Form } from '@/lib/ui/form'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { press } from '@/lib/ui/press'
import { showToast } from '@/lib/ui/toasts'
import { archiveView, saveView } from '../actions'
import { viewMessages } from '../messages-views'
import { linkTo } from '../rules-views'

export type DeleteViewProps = {
  list: string
  path: string
  view: { id: string; name: string; selection: string; shared: boolean }
}

/** Takes one's own view away; for ten seconds it can be had back as it was. */
export function DeleteViewForm({ list, path, view }: DeleteViewProps) {
  const t = useTranslator(viewMessages)
  const router = useRouter()
  const { name, selection, shared } = view
  const undo = async () => {
    const back = await press(saveView, { list, name, address: selection, shared: String(shared) })
    if (back) router.push(linkTo(path, selection))
  }
  return (
    <Form
      action={archiveView}
      foot="none"
      warn={false}
      after={path}
      onDone={() => showToast({ text: t('removed', { name }), undo })}
    >
      <input type="hidden" name="savedViewId" defaultValue={view.id} />
      <button type="submit">
        <Icon name="trash" />
        {t('remove', { name })}
      </button>
    </Form>
  )
}
