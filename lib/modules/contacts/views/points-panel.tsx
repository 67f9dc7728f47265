'use client'
import { useState } from 'react'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { Form } from '@/lib/ui/form'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { Menu } from '@/lib/ui/menu'
import { Press } from '@/lib/ui/press'
import { addPoint, archivePoint, editPoint, restorePoint } from '../actions'
import { messages } from '../messages'
import type { PersonView, PointView } from '../model-people'
import { PointFields } from './point-fields'
import { Point } from './point-list'

/** Every way to reach a person, each with its own verbs. */
export function PointsPanel({ person }: { person: PersonView }) {
  const t = useTranslator(messages)
  const edits = person.mayEdit && !person.archived
  return (
    <Card title={t('reach')} flush>
      {person.points.length === 0 && <p className="px-4 py-3 text-muted">{t('noPoints')}</p>}
      <ul className="rows">
        {person.points.map((point) => (
          <PointLine key={`${point.id}-${point.version}`} point={point} edits={edits} />
        ))}
      </ul>
      {edits && (
        <details className="border-t border-line px-4 py-3">
          <summary className="button small quiet">
            <Icon name="plus" />
            {t('addPoint')}
          </summary>
          <Form action={addPoint} submit={t('save')} again label={t('addPoint')} className="mt-3">
            <input type="hidden" name="personId" defaultValue={person.id} />
            <PointFields />
          </Form>
        </details>
      )}
    </Card>
  )
}

function PointLine({ point, edits }: { point: PointView; edits: boolean }) {
  const t = useTranslator(messages)
  const [open, setOpen] = useState(false)
  if (open)
    return (
      <li>
        <Form
          action={editPoint}
          submit={t('save')}
          onDone={() => setOpen(false)}
          label={t('editPoint')}
          className="grow"
          buttons={
            <button type="button" className="button quiet" onClick={() => setOpen(false)}>
              {t('cancel')}
            </button>
          }
        >
          <input type="hidden" name="pointId" defaultValue={point.id} />
          <input type="hidden" name="version" defaultValue={point.version} />
          <PointFields kind={point.kind} value={point.value} preferred={point.preferred} edits />
        </Form>
      </li>
    )
  return (
    <li>
      <span className="grow">
        <Point point={point} /> {point.preferred && <Chip tone="brand">{t('preferred')}</Chip>}
      </span>
      {edits && (
        <Menu label={t('moreOnPoint', { value: point.shown })} icon="ellipsis" iconOnly small>
          <button type="button" onClick={() => setOpen(true)}>
            <Icon name="pencil" />
            {t('edit')}
          </button>
          <Press
            action={archivePoint}
            values={{ pointId: point.id }}
            className=""
            done={t('pointArchived')}
            undo={restorePoint}
          >
            <Icon name="archive" />
            {t('archive')}
          </Press>
        </Menu>
      )}
    </li>
  )
}
