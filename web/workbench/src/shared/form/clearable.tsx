import { CloseCircleFilled } from '@ant-design/icons';
import { text } from '../text.ts';

/** How a Select is emptied: its locale has no name for this button, which would be read out in English. */
export const clearable = { clearIcon: <CloseCircleFilled />, label: text.clear };
