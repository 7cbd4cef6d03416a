import type { FormFields, LicenceTypeContent } from '@tongban/server/src/modules/licences/contract.ts';
import type { Missing } from '../../../shared/form/use-missing.ts';
import type { ContentChange } from './type-content.ts';

/** What the parts of the form share. */
export interface PartProps {
  content: LicenceTypeContent;
  change: (part: ContentChange) => void;
  missing: Missing;
  disabled: boolean;
}

/** An item whose forms a face can take its lines from. */
export interface ItemForms { itemId: string; itemName: string; forms: readonly FormFields[] }
