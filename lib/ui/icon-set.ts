import * as archive from 'lucide-react/icons/archive'
import * as archiveRestore from 'lucide-react/icons/archive-arrow-up'
import * as arrowDown from 'lucide-react/icons/arrow-down'
import * as arrowUp from 'lucide-react/icons/arrow-up'
import * as arrowUpRight from 'lucide-react/icons/arrow-up-right'
import * as badgeCheck from 'lucide-react/icons/badge-check'
import * as ban from 'lucide-react/icons/ban'
import * as bell from 'lucide-react/icons/bell'
import * as bookmark from 'lucide-react/icons/bookmark'
import * as briefcase from 'lucide-react/icons/briefcase'
import * as building2 from 'lucide-react/icons/building-complex'
import * as calendar from 'lucide-react/icons/calendar'
import * as calendarCheck from 'lucide-react/icons/calendar-check'
import * as calendarClock from 'lucide-react/icons/calendar-clock'
import * as camera from 'lucide-react/icons/camera'
import * as chartNoAxesCombined from 'lucide-react/icons/chart-no-axes-combined'
import * as check from 'lucide-react/icons/check'
import * as chevronDown from 'lucide-react/icons/chevron-down'
import * as chevronLeft from 'lucide-react/icons/chevron-left'
import * as chevronRight from 'lucide-react/icons/chevron-right'
import * as circleCheck from 'lucide-react/icons/circle-check'
import * as circleDashed from 'lucide-react/icons/circle-dashed'
import * as circleDot from 'lucide-react/icons/circle-dot'
import * as circleAlert from 'lucide-react/icons/circle-exclamation-point'
import * as circleUser from 'lucide-react/icons/circle-user'
import * as circleX from 'lucide-react/icons/circle-x'
import * as clipboardCheck from 'lucide-react/icons/clipboard-check'
import * as clipboardList from 'lucide-react/icons/clipboard-list'
import * as clock from 'lucide-react/icons/clock'
import * as columns3 from 'lucide-react/icons/columns-3'
import * as contact from 'lucide-react/icons/contact'
import * as copy from 'lucide-react/icons/copy'
import * as download from 'lucide-react/icons/download'
import * as ellipsis from 'lucide-react/icons/ellipsis'
import * as externalLink from 'lucide-react/icons/external-link'
import * as eye from 'lucide-react/icons/eye'
import * as factory from 'lucide-react/icons/factory'
import * as file from 'lucide-react/icons/file'
import * as fileSignature from 'lucide-react/icons/file-pen-line'
import * as fileSpreadsheet from 'lucide-react/icons/file-spreadsheet'
import * as fileText from 'lucide-react/icons/file-text'
import * as flag from 'lucide-react/icons/flag'
import * as gift from 'lucide-react/icons/gift'
import * as globe from 'lucide-react/icons/globe'
import * as handshake from 'lucide-react/icons/handshake'
import * as house from 'lucide-react/icons/house'
import * as image from 'lucide-react/icons/image'
import * as importing from 'lucide-react/icons/import'
import * as info from 'lucide-react/icons/info'
import * as keyRound from 'lucide-react/icons/key-round'
import * as keyboard from 'lucide-react/icons/keyboard'
import * as languages from 'lucide-react/icons/languages'
import * as lightbulb from 'lucide-react/icons/lightbulb'
import * as link from 'lucide-react/icons/link'
import * as listChecks from 'lucide-react/icons/list-checks'
import * as listFilter from 'lucide-react/icons/list-filter'
import * as lock from 'lucide-react/icons/lock'
import * as logOut from 'lucide-react/icons/log-out'
import * as mail from 'lucide-react/icons/mail'
import * as mapPin from 'lucide-react/icons/map-pin'
import * as menu from 'lucide-react/icons/menu'
import * as merge from 'lucide-react/icons/merge'
import * as messageCircle from 'lucide-react/icons/message-circle'
import * as messagesSquare from 'lucide-react/icons/messages-square'
import * as monitor from 'lucide-react/icons/monitor'
import * as moon from 'lucide-react/icons/moon'
import * as network from 'lucide-react/icons/network'
import * as panelLeft from 'lucide-react/icons/panel-left'
import * as paperclip from 'lucide-react/icons/paperclip'
import * as pencil from 'lucide-react/icons/pencil'
import * as phone from 'lucide-react/icons/phone'
import * as pin from 'lucide-react/icons/pin'
import * as plus from 'lucide-react/icons/plus'
import * as printer from 'lucide-react/icons/printer'
import * as quote from 'lucide-react/icons/quote'
import * as rotateCcw from 'lucide-react/icons/rotate-ccw'
import * as history from 'lucide-react/icons/rotate-ccw-clock'
import * as rows3 from 'lucide-react/icons/rows-3'
import * as scale from 'lucide-react/icons/scale'
import * as search from 'lucide-react/icons/search'
import * as send from 'lucide-react/icons/send'
import * as settings from 'lucide-react/icons/settings'
import * as shieldCheck from 'lucide-react/icons/shield-check'
import * as star from 'lucide-react/icons/star'
import * as stickyNote from 'lucide-react/icons/sticky-note'
import * as store from 'lucide-react/icons/store'
import * as sun from 'lucide-react/icons/sun'
import * as tag from 'lucide-react/icons/tag'
import * as trash from 'lucide-react/icons/trash'
import * as triangleAlert from 'lucide-react/icons/triangle-exclamation-point'
import * as truck from 'lucide-react/icons/truck'
import * as undo2 from 'lucide-react/icons/undo-2'
import * as upload from 'lucide-react/icons/upload'
import * as user from 'lucide-react/icons/user'
import * as userPlus from 'lucide-react/icons/user-plus'
import * as users from 'lucide-react/icons/users'
import * as utensils from 'lucide-react/icons/utensils'
import * as video from 'lucide-react/icons/video'
import * as wifiOff from 'lucide-react/icons/wifi-off'
import * as x from 'lucide-react/icons/x'

/** Every icon of the product, by name. Only the sprite's route loads this; screens carry no drawing of their own. */
const icons = {
  archive,
  'archive-restore': archiveRestore,
  'arrow-down': arrowDown,
  'arrow-up': arrowUp,
  'arrow-up-right': arrowUpRight,
  'badge-check': badgeCheck,
  ban,
  bell,
  bookmark,
  briefcase,
  'building-2': building2,
  calendar,
  'calendar-check': calendarCheck,
  'calendar-clock': calendarClock,
  camera,
  'chart-no-axes-combined': chartNoAxesCombined,
  check,
  'chevron-down': chevronDown,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  'circle-alert': circleAlert,
  'circle-check': circleCheck,
  'circle-dashed': circleDashed,
  'circle-dot': circleDot,
  'circle-user': circleUser,
  'circle-x': circleX,
  'clipboard-check': clipboardCheck,
  'clipboard-list': clipboardList,
  clock,
  'columns-3': columns3,
  contact,
  copy,
  download,
  ellipsis,
  'external-link': externalLink,
  eye,
  factory,
  file,
  'file-signature': fileSignature,
  'file-spreadsheet': fileSpreadsheet,
  'file-text': fileText,
  flag,
  gift,
  globe,
  handshake,
  history,
  house,
  image,
  import: importing,
  info,
  'key-round': keyRound,
  keyboard,
  languages,
  lightbulb,
  link,
  'list-checks': listChecks,
  'list-filter': listFilter,
  lock,
  'log-out': logOut,
  mail,
  'map-pin': mapPin,
  menu,
  merge,
  'message-circle': messageCircle,
  'messages-square': messagesSquare,
  monitor,
  moon,
  network,
  'panel-left': panelLeft,
  paperclip,
  pencil,
  phone,
  pin,
  plus,
  printer,
  quote,
  'rotate-ccw': rotateCcw,
  'rows-3': rows3,
  scale,
  search,
  send,
  settings,
  'shield-check': shieldCheck,
  star,
  'sticky-note': stickyNote,
  store,
  sun,
  tag,
  trash,
  'triangle-alert': triangleAlert,
  truck,
  'undo-2': undo2,
  upload,
  user,
  'user-plus': userPlus,
  users,
  utensils,
  video,
  'wifi-off': wifiOff,
  x,
} as const
export type IconName = keyof typeof icons

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>]
type Drawing = { __iconData: { node: readonly Shape[] } }

/** The sprite: one `<symbol>` per icon, drawn with the colour of the text around it. */
export function spriteOf(): string {
  const symbols = Object.entries(icons).map(([name, icon]) =>
    symbol(name, (icon as unknown as Drawing).__iconData.node),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`
}

const symbol = (name: string, shapes: readonly Shape[]) =>
  `<symbol id="${name}" viewBox="0 0 24 24">${shapes.map(shape).join('')}</symbol>`

function shape([tag, attributes]: Shape): string {
  const written = Object.entries(attributes).filter(([name]) => name !== 'key')
  return `<${tag} ${written.map(([name, value]) => `${name}="${value}"`).join(' ')}/>`
}
