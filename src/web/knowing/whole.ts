import type { QuestionView } from '../../desk/partnership/knowing/model.ts'

const isBlank = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Whether every part that has to be answered is. */
export const isWhole = ({ fields }: Pick<QuestionView, 'fields'>, values: Record<string, unknown>): boolean =>
  fields.every(({ name, must }) => !must || !isBlank(values[name]))
