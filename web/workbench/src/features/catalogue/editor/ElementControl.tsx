import { elementInfo, type ElementName, type ItemElements, type QualityFinding } from '@tongban/server/src/modules/catalog/contract.ts';
import { entryLists } from '../../../shared/items/entry-parts.ts';
import { DateField } from '../../../shared/list/DateField.tsx';
import { OrganizationPicker } from '../../../shared/OrganizationPicker.tsx';
import { FormsControl } from '../forms/FormsControl.tsx';
import { text } from '../text.ts';
import { ConditionPointsControl } from './ConditionPointsControl.tsx';
import { CodeControl, CodesControl, LineControl, LinesControl, NumberControl, TextControl, YesNoControl } from './controls.tsx';
import { GuidanceControl, HandlingControl } from './DocumentControls.tsx';
import { EntryListField } from './EntryListField.tsx';
import { Faults } from './Faults.tsx';
import { isOptional, longestAt } from './schema-limits.ts';
import { LimitControl } from './LimitControl.tsx';

const audiences = Object.entries(text.editing.audiences);

interface ElementControlProps {
  name: ElementName;
  elements: ItemElements;
  findings: readonly QualityFinding[];
  disabled: boolean;
  versionId: string;
  onChange: (changes: Partial<Record<ElementName, unknown>>, part: string) => void;
  /** Where the reader comes to mend something. */
  at?: string | undefined;
}

/** The control of an element by its kind. */
export function ElementControl({ name, elements, findings, disabled, versionId, onChange, at }: ElementControlProps) {
  const { label, kind, dictionary = '' } = elementInfo[name];
  const optional = isOptional(name);
  const shared = { id: `edit-${name}`, label, value: elements[name], disabled: disabled || name === 'localTaskCode', onChange: (value: unknown) => onChange({ [name]: value }, name) };
  const list = entryLists[name];
  const faultsAt = (path: string, deep: boolean) => <Faults findings={findings.filter((finding) => finding.path === path || (deep && finding.path.startsWith(`${path}.`)))} />;
  if (name === 'departmentName') {
    return (
      <OrganizationPicker
        id={shared.id}
        value={elements.organizationId}
        name={elements.departmentName}
        disabled={disabled}
        onChange={(chosen) => {
          if (chosen) onChange({ organizationId: chosen.id, departmentName: chosen.name }, name);
        }}
      />
    );
  }
  if (name === 'conditionPoints') return <ConditionPointsControl {...shared} elements={elements} faultsAt={(path) => faultsAt(path, true)} />;
  if (list) {
    return (
      <EntryListField
        name={name}
        list={list}
        elements={elements}
        disabled={disabled}
        at={at}
        onChange={(entries, part) => onChange({ [name]: entries.length === 0 && optional ? undefined : entries }, part)}
        faultsAt={faultsAt}
      />
    );
  }
  switch (kind) {
    case 'line': return <LineControl {...shared} max={longestAt(name)} optional={optional} />;
    case 'text': return <TextControl {...shared} max={longestAt(name)} optional={optional} />;
    case 'lines': return <LinesControl {...shared} optional={optional} />;
    case 'code': return <CodeControl {...shared} dictionary={dictionary} optional={optional} />;
    case 'codes': return <CodesControl {...shared} {...(name === 'audiences' ? { choices: audiences } : { dictionary })} optional={optional} />;
    case 'yes-no': return <YesNoControl {...shared} optional={optional} />;
    case 'number': return <NumberControl {...shared} most={9} optional={optional} />;
    case 'limit': return <LimitControl {...shared} />;
    case 'date': return (
      <DateField id={shared.id} value={typeof shared.value === 'string' ? shared.value : undefined} disabled={disabled} onChange={shared.onChange} />
    );
    default: return name === 'handling' ? <HandlingControl elements={elements} disabled={disabled} onChange={shared.onChange} />
      : name === 'questionnaire' ? <GuidanceControl elements={elements} versionId={versionId} /> : <FormsControl elements={elements} versionId={versionId} disabled={disabled} onChange={onChange} />;
  }
}
