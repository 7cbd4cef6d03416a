import type { ColumnField } from '@tongban/form-model';
import type { ControlProps } from '../control-props.ts';
import { BooleanControl, ChoiceControl, ChoicesControl } from './ChoiceControl.tsx';
import { AddressControl, IdentityDocumentControl, OrganizationControl } from './CompositeControls.tsx';
import { DateControl, DateRangeControl } from './DateControl.tsx';
import { AttachmentControl, ImageControl, SignatureControl } from './FileControls.tsx';
import { RegionControl } from './RegionControl.tsx';
import { LineControl, MoneyControl, MultilineControl, NumberControl } from './TextControl.tsx';

type AnswerControlProps = Omit<ControlProps, 'field'> & { readonly field: ColumnField };

/** The control for a field of any kind but a table. */
export function AnswerControl({ field, ...rest }: AnswerControlProps) {
  switch (field.type) {
    case 'multiline':
      return <MultilineControl field={field} {...rest} />;
    case 'number':
      return <NumberControl field={field} {...rest} />;
    case 'money':
      return <MoneyControl field={field} {...rest} />;
    case 'date':
      return <DateControl field={field} {...rest} />;
    case 'dateRange':
      return <DateRangeControl field={field} {...rest} />;
    case 'choice':
      return <ChoiceControl field={field} {...rest} />;
    case 'choices':
      return <ChoicesControl field={field} {...rest} />;
    case 'boolean':
      return <BooleanControl field={field} {...rest} />;
    case 'region':
      return <RegionControl field={field} {...rest} />;
    case 'identityDocument':
      return <IdentityDocumentControl field={field} {...rest} />;
    case 'address':
      return <AddressControl field={field} {...rest} />;
    case 'organization':
      return <OrganizationControl field={field} {...rest} />;
    case 'attachment':
      return <AttachmentControl field={field} {...rest} />;
    case 'image':
      return <ImageControl field={field} {...rest} />;
    case 'signature':
      return <SignatureControl field={field} {...rest} />;
    default:
      return <LineControl field={field} {...rest} />;
  }
}
