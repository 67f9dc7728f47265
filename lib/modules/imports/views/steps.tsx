import { translator } from '@/lib/kernel/translator'
import { Icon } from '@/lib/ui/icon'
import { words } from '../messages'
import type { Status } from '../model'

const names = ['map', 'check', 'run', 'report'] as const
const places: Readonly<Record<Status, number>> = {
  reading: 0,
  uploaded: 0,
  checking: 1,
  checked: 1,
  running: 2,
  failed: 2,
  done: 3,
  undoing: 3,
  undone: 3,
}

/** Where an import stands on its way. */
export async function Steps({ status, hasRun }: { status: Status; hasRun: boolean }) {
  const t = await translator(words)
  const at = status === 'failed' && !hasRun ? 0 : places[status]
  return (
    <ol className="flex flex-wrap gap-x-5 gap-y-1 text-muted" aria-label={t('steps')}>
      {names.map((name, index) => (
        <li
          key={name}
          className={index === at ? 'flex items-center gap-1.5 font-medium text-ink' : 'flex items-center gap-1.5'}
          aria-current={index === at ? 'step' : undefined}
        >
          <Icon name={index < at ? 'circle-check' : index === at ? 'circle-dot' : 'circle-dashed'} />
          {t(`step_${name}`)}
        </li>
      ))}
    </ol>
  )
}
