export { FormRenderer, type FormRendererProps } from './FormRenderer.tsx';
export { PaperForm, type PaperFormProps } from './PaperForm.tsx';
export type { FormEnvironment, RegionOption, RegionSource } from './form-environment.ts';
export { DayInputs } from './controls/DateControl.tsx';
export { setAnswer } from './set-answer.ts';
export { parseYuan, yuanText } from './parse-input.ts';
