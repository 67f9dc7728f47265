'use client'
import { Autocomplete } from '@base-ui/react/autocomplete'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { isComposing } from '../composing'
import type { ControlProps } from '../field'
import { fieldMessages } from '../field-messages'
import { useTranslator } from '../locale'
import type { RecordChoice } from '../record-field'
import { type FoundGroup, type FoundRecord, useRecordSearch } from '../shell/use-record-search'

export type RecordBoxProps = {
  control: ControlProps
  search: string
  initial: { id: string; text: string }
  /** Whether the reader was already in the field when the box took its place. */
  isFocused: boolean
  textName: string | undefined
  placeholder: string | undefined
  onChoose: ((record: RecordChoice | null) => void) | undefined
}

type Group = { value: string; items: FoundRecord[] }

/** The box of a record field: a list under the input, filled while one types; a half-composed word searches and picks nothing. */
export function RecordBox({ control, search, initial, isFocused, textName, placeholder, onChoose }: RecordBoxProps) {
  const t = useTranslator(fieldMessages)
  const { name, ...described } = control
  const [text, setText] = useState(initial.text)
  const [id, setId] = useState(initial.id)
  const [open, setOpen] = useState(false)
  const [composing, setComposing] = useState(false)
  const hidden = useRef<HTMLInputElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const found = useRecordSearch(search, id ? '' : text, composing)
  const groups = found.groups.map(({ label, items }: FoundGroup): Group => ({ value: label, items: [...items] }))

  const choose = (record: FoundRecord | null) => {
    setId(record?.id ?? '')
    if (record) setText(record.title)
    onChoose?.(
      record?.id
        ? { id: record.id, title: record.title, ...(record.subtitle ? { subtitle: record.subtitle } : {}) }
        : null,
    )
  }
  // Before anything is painted: a key that is pressed meanwhile must find the field again.
  useLayoutEffect(() => {
    const box = input.current
    if (!isFocused || !box) return
    box.focus()
    box.setSelectionRange(box.value.length, box.value.length)
    setOpen(true)
  }, [isFocused])
  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form hears of every change of the chosen record.
  useEffect(() => {
    if (first.current) first.current = false
    else hidden.current?.dispatchEvent(new Event('input', { bubbles: true }))
  }, [id])

  return (
    <>
      <input ref={hidden} type="hidden" name={name} value={id} />
      {textName && <input type="hidden" name={textName} value={id ? '' : text} />}
      <Autocomplete.Root
        items={groups}
        value={text}
        open={open && text.trim() !== '' && !id}
        onOpenChange={setOpen}
        onValueChange={(value, details) => {
          setText(value)
          if (details.reason !== 'item-press' && id) choose(null)
        }}
        filter={null}
        itemToStringValue={(record: FoundRecord) => record.title}
        autoHighlight
      >
        <Autocomplete.Input
          {...described}
          ref={input}
          className="input"
          placeholder={placeholder}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !open) return
            if (isComposing(event) || composing || !found.settled) {
              event.preventBaseUIHandler()
              event.preventDefault()
            }
          }}
        />
        <Autocomplete.Portal>
          <Autocomplete.Positioner className="options-space" sideOffset={4}>
            <Autocomplete.Popup className="options">
              <Autocomplete.Status className="options-note">
                {found.failed ? t('searchFailed') : found.settled ? '' : t('searching')}
              </Autocomplete.Status>
              <Autocomplete.Empty className="options-note">
                {found.settled ? t('noMatch', { query: text }) : ''}
              </Autocomplete.Empty>
              <Autocomplete.List>
                {(group: Group) => (
                  <Autocomplete.Group key={group.value} items={group.items}>
                    <Autocomplete.GroupLabel className="palette-label">{group.value}</Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(record: FoundRecord) => (
                        <Autocomplete.Item
                          key={record.id ?? record.href}
                          value={record}
                          className="palette-item"
                          onClick={() => choose(record)}
                        >
                          <span className="palette-words">
                            <span>{record.title}</span>
                            {record.subtitle && <span className="text-muted">{record.subtitle}</span>}
                          </span>
                        </Autocomplete.Item>
                      )}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      </Autocomplete.Root>
    </>
  )
}
