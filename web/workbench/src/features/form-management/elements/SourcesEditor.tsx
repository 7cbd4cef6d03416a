import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import {
  facePrefix, licenceValues, listSharingServices, profileFacts, sourceKindLabels, type ElementContent, type LicenceValue, type ProfileFact, type SourceKind,
} from '@tongban/server/src/modules/data-elements/contract.ts';
import { Button, Input, Select } from 'antd';
import { api } from '../../../shared/api.ts';
import { LicenceTypePicker } from '../../../shared/items/LicenceTypePicker.tsx';
import { text } from '../text.ts';

const words = text.elements;
type Source = ElementContent['sources'][number];
const kinds = Object.keys(sourceKindLabels) as SourceKind[];

/** A source of a kind before anything of it was chosen. */
function blankSource(kind: SourceKind): Source {
  switch (kind) {
    case 'profile': return { kind, fact: 'person.name' };
    case 'licence': return { kind, licenceType: '', value: 'number' };
    case 'past-case': return { kind };
    case 'sharing': return { kind, service: '', field: '' };
  }
}

/** Whether everything of a source is chosen. */
export function isWholeSource(source: Source): boolean {
  if (source.kind === 'licence') return source.licenceType !== '' && source.value !== '' && source.value !== facePrefix;
  return source.kind !== 'sharing' || (source.service !== '' && source.field.trim() !== '');
}

/** The sources of an element in the order in which they are asked. */
export function SourcesEditor({ sources, disabled, onChange }: { sources: readonly Source[]; disabled: boolean; onChange: (sources: readonly Source[]) => void }) {
  const set = (index: number, source: Source): void => onChange(sources.map((one, at) => (at === index ? source : one)));
  const move = (index: number, by: number): void => {
    const moved = [...sources];
    const [source] = moved.splice(index, 1);
    if (source !== undefined) moved.splice(index + by, 0, source);
    onChange(moved);
  };
  return (
    <>
      {sources.length === 0 ? <p className="muted small">{words.noSources}</p> : null}
      <ol className="element-sources">
        {sources.map((source, index) => {
          const label = sourceKindLabels[source.kind];
          return (
            <li key={index}>
              <Select<SourceKind> className="element-sources__kind" aria-label={`${index + 1} ${words.source}`} disabled={disabled} value={source.kind} options={kinds.map((kind) => ({ value: kind, label: sourceKindLabels[kind] }))} onChange={(kind) => set(index, blankSource(kind))} />
              <SourcePart source={source} disabled={disabled} onChange={(next) => set(index, next)} />
              {disabled ? null : (
                <span className="element-sources__actions">
                  <Button size="small" type="text" icon={<ArrowUpOutlined />} aria-label={words.up(label)} disabled={index === 0} onClick={() => move(index, -1)} />
                  <Button size="small" type="text" icon={<ArrowDownOutlined />} aria-label={words.down(label)} disabled={index === sources.length - 1} onClick={() => move(index, 1)} />
                  <Button size="small" type="text" danger icon={<DeleteOutlined />} aria-label={words.dropSource(label)} onClick={() => onChange(sources.filter((_, at) => at !== index))} />
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {disabled || sources.length >= 12 ? null : <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...sources, blankSource(kinds.find((kind) => !sources.some((one) => one.kind === kind)) ?? 'licence')])}>{words.addSource}</Button>}
    </>
  );
}

interface PartProps<S> { source: S; disabled: boolean; onChange: (source: Source) => void }

function SourcePart({ source, ...rest }: PartProps<Source>) {
  switch (source.kind) {
    case 'profile': return <Select className="element-sources__part" aria-label={words.fact} disabled={rest.disabled} value={source.fact} options={(Object.keys(profileFacts) as ProfileFact[]).map((fact) => ({ value: fact, label: profileFacts[fact].label }))} onChange={(fact: string) => rest.onChange({ ...source, fact })} />;
    case 'licence': return <LicencePart source={source} {...rest} />;
    case 'past-case': return <span className="element-sources__past">{words.past}</span>;
    case 'sharing': return <SharingPart source={source} {...rest} />;
  }
}

function LicencePart({ source, disabled, onChange }: PartProps<Extract<Source, { kind: 'licence' }>>) {
  const face = source.value.startsWith(facePrefix);
  return (
    <>
      <span className="element-sources__part"><LicenceTypePicker id="source-licence" label={words.licenceType} value={source.licenceType} disabled={disabled} onChange={(licenceType) => onChange({ ...source, licenceType: licenceType ?? '' })} /></span>
      <Select
        className="element-sources__part" aria-label={words.licenceValue} disabled={disabled} value={face ? facePrefix : source.value}
        options={[...(Object.keys(licenceValues) as LicenceValue[]).map((value) => ({ value: value as string, label: licenceValues[value] })), { value: facePrefix, label: words.faceLine }]} onChange={(value: string) => onChange({ ...source, value })}
      />
      {face ? <Input className="element-sources__part" aria-label={words.faceLabel} placeholder={words.faceLabel} maxLength={60} disabled={disabled} value={source.value.slice(facePrefix.length)} onChange={({ target }) => onChange({ ...source, value: `${facePrefix}${target.value}` })} /> : null}
    </>
  );
}

function SharingPart({ source, disabled, onChange }: PartProps<Extract<Source, { kind: 'sharing' }>>) {
  const services = useQuery({ queryKey: [listSharingServices.id], queryFn: () => api.call(listSharingServices, {}) });
  return (
    <>
      <Select
        className="element-sources__part" aria-label={words.service} placeholder={words.service} disabled={disabled} value={source.service || null}
        options={(services.data?.services ?? []).map(({ code, name }) => ({ value: code, label: name }))} onChange={(service: string) => onChange({ ...source, service })}
      />
      <Input className="element-sources__part" aria-label={words.fieldLabel} placeholder={words.fieldLabel} maxLength={60} disabled={disabled} value={source.field} onChange={({ target }) => onChange({ ...source, field: target.value })} />
    </>
  );
}
