'use client'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { messages } from '../messages'
import { quickLogMessages } from '../messages-quick-log'
import { channels } from '../rules-channels'
import { channelIcons } from './channel-mark'
import type { QuickLogState } from './use-quick-log'

/** How the contact happened: eight choices, with Alt+1 to Alt+8. */
export function QuickLogChannels({ log }: { log: QuickLogState }) {
  const t = useTranslator(quickLogMessages)
  const say = useTranslator(messages)
  return (
    <fieldset className="-mx-1 flex gap-1.5 overflow-x-auto px-1 py-1 sm:flex-wrap">
      <legend className="hush">{t('channel')}</legend>
      {channels.map((channel, index) => (
        <label key={channel} className="choice" title={`${say(channel)}  Alt+${index + 1}`}>
          <input
            type="radio"
            name="channel"
            value={channel}
            aria-keyshortcuts={`Alt+${index + 1}`}
            checked={log.known.channel === channel}
            onChange={() => log.change({ channel })}
          />
          <span className="gap-1.5 px-2.5 before:hidden">
            <Icon name={channelIcons[channel]} />
            {say(channel)}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
