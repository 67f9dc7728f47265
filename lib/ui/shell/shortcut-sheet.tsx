'use client'
import { useState } from 'react'
import { Keycap } from '../chip'
import { setSingleKeys, shortcutsNow, singleKeysOn } from '../keys'
import { useTranslator } from '../locale'
import { ModalDialog } from '../overlay/modal-dialog'
import { shellMessages } from './messages'

/** Every shortcut that works on this page, by group, and the switch that turns single keys off. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslator(shellMessages)
  const [shortcuts] = useState(shortcutsNow)
  const [on, setOn] = useState(singleKeysOn)
  const fixed = [
    { keys: 'mod+enter', label: t('keySubmit'), group: t('shortcutsEverywhere') },
    { keys: 'esc', label: t('keyClose'), group: t('shortcutsEverywhere') },
  ]
  const all = [...shortcuts, ...fixed]
  return (
    <ModalDialog open onOpenChange={(open) => !open && onClose()} title={t('shortcuts')} wide>
      <div className="shortcut-groups">
        {[...new Set(all.map((each) => each.group))].map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {all
                .filter((each) => each.group === group)
                .map((each) => (
                  <div key={each.keys}>
                    <dt>{each.label}</dt>
                    <dd>
                      <Keys keys={each.keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <label className="tick shortcut-switch">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            setOn(event.target.checked)
            setSingleKeys(event.target.checked)
          }}
        />
        <span>
          {t('shortcutsSwitch')}
          <span className="hint">{t('shortcutsSwitchHint')}</span>
        </span>
      </label>
    </ModalDialog>
  )
}

const faces: Readonly<Record<string, string>> = { mod: 'Ctrl/⌘', enter: 'Enter', esc: 'Esc' }

/** Keys as caps: a sequence with "then" between, a combination with "+". */
export function Keys({ keys }: { keys: string }) {
  const t = useTranslator(shellMessages)
  return keys.split(' ').map((step, index) => (
    <span key={`${step}-${index.toString()}`} className="keys">
      {index > 0 && <span className="text-muted">{t('keyThen')}</span>}
      {step.split('+').map((key) => (
        <Keycap key={key}>{faces[key] ?? key.toUpperCase()}</Keycap>
      ))}
    </span>
  ))
}
