import { isMembers, type ItemElements, type Members } from '@tongban/server/src/modules/catalog/contract.ts';
import type { ReactNode } from 'react';
import type { EntryPart } from '../../../shared/items/entry-parts.ts';
import { LicenceTypePicker, LicenceTypesPicker } from '../../../shared/items/LicenceTypePicker.tsx';
import { MaterialCodePicker } from '../../../shared/items/MaterialPicker.tsx';
import { OrganizationPicker } from '../../../shared/OrganizationPicker.tsx';
import { text } from '../text.ts';
import { ConditionControl } from './ConditionControl.tsx';
import { asCodes, ChoiceControl, CodeControl, CodesControl, LineControl, NumberControl, TextControl, YesNoControl } from './controls.tsx';
import { FileControl } from './FileControl.tsx';
import { PointsControl } from './PointsControl.tsx';
import { FormChoice, SampleControl } from './SampleControl.tsx';
import { longestAt } from './schema-limits.ts';

interface EntryFormProps {
  /** The element the list belongs to, e.g. `materials`. */
  element: string;
  entry: Members;
  parts: readonly EntryPart[];
  onChange: (entry: Members) => void;
  disabled: boolean;
  /** Begins the ids of the controls. */
  prefix: string;
  /** Where the entry stands in the version, e.g. `materials.plan`. */
  path: string;
  elements: ItemElements;
  /** What the checks say of one part. */
  faultsOf: (part: string) => ReactNode;
}

/** The parts of one entry, two to a row. */
export function EntryForm({ element, entry, parts, onChange, disabled, prefix, path, elements, faultsOf }: EntryFormProps) {
  return (
    <div className="entry__form">
      {parts.map((part) => {
        const id = `${prefix}-${part.name}`;
        return (
          <div key={part.name} className={part.wide ? 'entry__part is-wide' : 'entry__part'} data-path={`${path}.${part.name}`}>
            <label htmlFor={id}>
              {part.label}
              {part.optional ? <span className="faint small">　{text.editing.optional}</span> : null}
            </label>
            <PartControl
              id={id}
              part={part}
              entry={entry}
              element={element}
              disabled={disabled}
              elements={elements}
              onChange={(value) => onChange(withPart(entry, part, value))}
              onMembers={(members) => onChange({ ...entry, ...members })}
            />
            {part.help ? <p className="faint small">{part.help}</p> : null}
            {faultsOf(part.name)}
          </div>
        );
      })}
    </div>
  );
}

function withPart(entry: Members, part: EntryPart, value: unknown): Members {
  const { [part.name]: _before, ...rest } = entry;
  return value === undefined ? rest : { ...rest, [part.name]: value };
}

interface PartControlProps {
  id: string;
  part: EntryPart;
  entry: Members;
  element: string;
  disabled: boolean;
  elements: ItemElements;
  onChange: (value: unknown) => void;
  onMembers: (members: Members) => void;
}

function PartControl({ id, part, entry, element, disabled, elements, onChange, onMembers }: PartControlProps) {
  const shared = { id, label: part.label, value: entry[part.name], onChange, disabled };
  const optional = part.optional === true;
  switch (part.kind) {
    case 'line': return <LineControl {...shared} max={longestAt(element, part.name)} optional={optional} />;
    case 'text': return <TextControl {...shared} max={longestAt(element, part.name)} optional={optional} />;
    case 'number': return <NumberControl {...shared} most={part.most ?? 999} optional={optional} />;
    case 'yes-no': return <YesNoControl {...shared} optional={optional} />;
    case 'code': return <CodeControl {...shared} dictionary={part.dictionary ?? ''} optional={optional} />;
    case 'codes': return <CodesControl {...shared} dictionary={part.dictionary ?? ''} optional={optional} />;
    case 'choices': return <CodesControl {...shared} choices={part.choices ?? []} optional={optional} />;
    case 'choice': return <ChoiceControl {...shared} choices={part.choices ?? []} />;
    case 'file': return <FileControl {...shared} />;
    case 'sample': return <SampleControl {...shared} forms={elements.forms} />;
    case 'points': return <PointsControl {...shared} conditions={elements.conditions} />;
    case 'condition': return (
      <ConditionControl {...shared} questionnaire={elements.questionnaire} situations={entry['situations']} onSituations={(situations) => onMembers({ situations })} />
    );
    case 'item-form': return <FormChoice {...shared} forms={elements.forms} optional />;
    case 'licence-type': return <LicenceTypePicker {...shared} value={typeof shared.value === 'string' ? shared.value : undefined} />;
    case 'licence-types': return <LicenceTypesPicker {...shared} value={asCodes(shared.value)} />;
    case 'standard-material': return (
      <MaterialCodePicker
        id={id} label={part.label} disabled={disabled} code={typeof shared.value === 'string' ? shared.value : undefined}
        onChange={(chosen) => {
          if (chosen && !entry['name']) onMembers({ standardCode: chosen.code, name: chosen.name });
          else onChange(chosen?.code);
        }}
      />
    );
    case 'organization': return (
      <OrganizationPicker
        id={id}
        value={typeof entry['organizationId'] === 'string' ? entry['organizationId'] : undefined}
        name={typeof entry['name'] === 'string' ? entry['name'] : undefined}
        disabled={disabled}
        onChange={(chosen) => {
          if (chosen) onMembers({ organizationId: chosen.id, name: chosen.name });
        }}
      />
    );
  }
}

/** An entry as members; anything else shows as an empty one. */
export function entryOf(value: unknown): Members {
  return isMembers(value) ? value : {};
}
