'use client'
import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { useEffect, useMemo, useRef, useState } from 'react'
import { isComposing } from '../composing'
import { Icon, type IconName } from '../icon'
import { useTranslator } from '../locale'
import { recentRecords, rememberRecord } from '../recent'
import type { ShellEntry } from '../shell'
import { followLink, verbsNow } from '../verbs'
import { shellMessages } from './messages'
import { Keys } from './shortcut-sheet'
import { useRecordSearch } from './use-record-search'

type Item = {
  id: string
  label: string
  detail?: string
  icon: IconName
  keys?: string
  alias?: string
  pick: () => void
}
type Group = { value: string; items: Item[] }
type PaletteDialogProps = { entries: readonly ShellEntry[]; searchHref: string | undefined; onClose: () => void }

/** One box for records and commands. Enter takes the first match, but never while a word is being composed or searched. */
export function PaletteDialog({ entries, searchHref, onClose }: PaletteDialogProps) {
  const t = useTranslator(shellMessages)
  const [query, setQuery] = useState('')
  const [composing, setComposing] = useState(false)
  const found = useRecordSearch(searchHref, query, composing)
  const waiting = useRef(false)
  const [local] = useState(() => localGroups(entries, t))

  const groups = useMemo((): Group[] => {
    const records = found.groups.map((group) => ({ value: group.label, items: group.items.map(recordItem) }))
    return [...matching(local, query), ...records].filter((group) => group.items.length > 0)
  }, [found.groups, local, query])

  const pick = (item: Item | undefined) => {
    if (!item) return
    onClose()
    item.pick()
  }
  const settled = found.settled && !composing
  useEffect(() => {
    if (!settled || !waiting.current) return
    waiting.current = false
    pick(groups[0]?.items[0])
  })

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Viewport className="dialog-space palette-space">
          <Dialog.Popup className="palette" aria-label={t('palette')}>
            <Autocomplete.Root
              open
              inline
              items={groups}
              value={query}
              onValueChange={(value) => {
                waiting.current = false
                setQuery(value)
              }}
              filter={null}
              itemToStringValue={(item: Item) => item.label}
              mode="none"
              autoHighlight="always"
              keepHighlight
            >
              <div className="palette-head">
                <Icon name="search" />
                <Autocomplete.Input
                  className="palette-input"
                  aria-label={t('palette')}
                  placeholder={t('palettePlaceholder')}
                  onCompositionStart={() => setComposing(true)}
                  onCompositionEnd={() => setComposing(false)}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter') return
                    if (!settled || isComposing(event)) {
                      event.preventBaseUIHandler()
                      event.preventDefault()
                      waiting.current = !composing && !isComposing(event)
                    }
                  }}
                />
                <Dialog.Close className="keycap">
                  <span className="hush">{t('close')}</span> Esc
                </Dialog.Close>
              </div>
              <div className="palette-body">
                <Autocomplete.Status className="hush">{settled ? '' : t('searching')}</Autocomplete.Status>
                <Autocomplete.Empty className="palette-empty">
                  {settled ? (found.failed ? t('searchFailed') : t('paletteNothing', { query })) : t('searching')}
                </Autocomplete.Empty>
                <Autocomplete.List>
                  {(group: Group) => (
                    <Autocomplete.Group key={group.value} items={group.items} className="palette-group">
                      <Autocomplete.GroupLabel className="palette-label">{group.value}</Autocomplete.GroupLabel>
                      <Autocomplete.Collection>
                        {(item: Item) => (
                          <Autocomplete.Item
                            key={item.id}
                            value={item}
                            className="palette-item"
                            onClick={() => pick(item)}
                          >
                            <Icon name={item.icon} />
                            <span className="palette-words">
                              <span>{item.label}</span>
                              {item.detail && <span className="text-muted">{item.detail}</span>}
                            </span>
                            {item.keys && <Keys keys={item.keys} />}
                          </Autocomplete.Item>
                        )}
                      </Autocomplete.Collection>
                    </Autocomplete.Group>
                  )}
                </Autocomplete.List>
              </div>
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

type Say = ReturnType<typeof useTranslator<typeof shellMessages>>

function localGroups(entries: readonly ShellEntry[], t: Say): Group[] {
  const recent = recentRecords().map((record) => recordItem(record))
  const verbs = verbsNow().map(
    (verb): Item => ({
      id: `verb ${verb.label}`,
      label: verb.label,
      icon: verb.icon ?? 'chevron-right',
      pick: () => verb.run?.(),
      ...(verb.keys ? { keys: verb.keys } : {}),
      ...(verb.alias ? { alias: verb.alias } : {}),
    }),
  )
  const places = entries.map(
    (entry): Item => ({
      id: `go ${entry.href}`,
      label: entry.label,
      icon: entry.icon,
      alias: entry.href,
      pick: () => followLink(entry.href),
      ...(entry.key ? { keys: `g ${entry.key}` } : {}),
    }),
  )
  return [
    { value: t('paletteRecent'), items: recent },
    { value: t('paletteVerbs'), items: verbs },
    { value: t('paletteGo'), items: places },
  ]
}

const recordItem = (record: { href: string; title: string; subtitle?: string }): Item => ({
  id: `record ${record.href}`,
  label: record.title,
  icon: 'arrow-up-right',
  pick: () => {
    rememberRecord(record)
    followLink(record.href)
  },
  ...(record.subtitle ? { detail: record.subtitle } : {}),
})

/** What is on the page and in the rail, narrowed by what is typed; records opened before show only while nothing is typed or they fit. */
function matching(groups: readonly Group[], query: string): Group[] {
  const wanted = query.normalize('NFKC').trim().toLowerCase()
  if (wanted === '') return groups.map((group) => ({ ...group }))
  const fits = (item: Item) =>
    `${item.label} ${item.detail ?? ''} ${item.alias ?? ''}`.normalize('NFKC').toLowerCase().includes(wanted)
  return groups.map((group) => ({ ...group, items: group.items.filter(fits) }))
}
