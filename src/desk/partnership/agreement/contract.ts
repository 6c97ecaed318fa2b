import * as z from 'zod'
import { entryView } from '../../journal/model.ts'
import { change, read } from '../../operation.ts'
import { agreementView, month, part, side } from './model.ts'

/** A signature is a word that was given. */
const oneSigning = 'Put the sentence into other words instead; both sign again.'

const answered = z.object({ part, version: z.int(), agreed: z.boolean() })

export const agreementContract = {
  agreement: {
    show: read({
      name: 'agreement.show',
      area: 'partnership',
      says: 'What the two have agreed, who signed it, and what the record says of it',
      input: z.object({}),
      output: agreementView,
    }),
    counted: read({
      name: 'agreement.counted',
      area: 'partnership',
      says: 'The entries that a number of the agreement was counted from',
      input: z.object({ part, side, month: month.optional() }),
      /** At most 200, the newest first, each with what it counted as; `more`: there are others. */
      output: z.object({
        words: z.string(),
        entries: z.array(entryView.extend({ as: z.string().nullable() })),
        more: z.boolean(),
      }),
    }),
    export: read({
      name: 'agreement.export',
      area: 'partnership',
      says: 'The agreement as text, with what stays private to whom when one of the two leaves',
      input: z.object({}),
      output: z.object({ text: z.string(), fileName: z.string() }),
    }),
    write: change({
      name: 'agreement.write',
      area: 'partnership',
      effect: 'change',
      everyone: true,
      final: oneSigning,
      says: 'Put a part of the agreement into words, and sign them; the other signs too',
      input: z.object({
        part,
        sentence: z.string().trim().min(1, 'Say what you agree on').max(500),
        /** Of the words that were read; null where there were none. */
        version: z.int().nullable().default(null),
      }),
      output: answered,
    }),
    sign: change({
      name: 'agreement.sign',
      area: 'partnership',
      effect: 'change',
      everyone: true,
      final: oneSigning,
      says: 'Sign a part of the agreement as it stands',
      input: z.object({ part, version: z.int() }),
      output: answered,
    }),
  },
}
