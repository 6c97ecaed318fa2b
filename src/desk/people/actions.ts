import type { ActionsFor } from '../registry.ts'
import { assist, unassist } from './assisting/actions.ts'
import { edit as editLine, note, remove as removeLine, understand } from './contacts/actions.ts'
import type { peopleContract } from './contract.ts'
import { through } from './finding/actions.ts'
import { add, edit, remove } from './record/actions.ts'
import { list } from './searching/actions.ts'
import { show } from './showing/actions.ts'
import { dismiss, introduce, readText, suggestions } from './suggestions/actions.ts'

export const peopleActions: ActionsFor<typeof peopleContract> = {
  person: { list, show, through, suggestions, read: readText, introduce, add, edit, remove, assist, unassist, dismiss },
  contact: { understand, note, edit: editLine, remove: removeLine },
}
