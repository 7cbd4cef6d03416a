import { useQuery } from '@tanstack/react-query';
import { FormDesigner } from '@tongban/form-designer';
import '@tongban/form-designer/styles.css';
import { type FormDefinition, listIds, parameterNameOf } from '@tongban/form-model';
import { downloadVersionFile, listDictionaries, type ItemForm, type ItemVersion } from '@tongban/server/src/modules/catalog/contract.ts';
import { elementTypes } from '@tongban/server/src/modules/data-elements/contract.ts';
import { useCallback, useMemo } from 'react';
import { api, plainApi } from '../../../shared/api.ts';
import { useDataElements } from '../../../shared/form/use-data-elements.ts';
import { useFormEnvironment } from '../../../shared/form/use-form-environment.ts';
import type { ElementsKeeper } from '../editor/elements-keeper.ts';
import { text } from '../text.ts';
import { Changes } from './Changes.tsx';
import { DraftImpact } from './DraftImpact.tsx';
import { FormUses } from './FormUses.tsx';
import { useLibrary } from './use-library.tsx';
import { useLocalFiles } from './use-local-files.ts';
import { useStandingForm } from './use-standing-form.ts';

const words = text.forming.page.tabs;

interface DesignerProps {
  version: ItemVersion;
  keeper: ElementsKeeper;
  form: ItemForm;
  definition: FormDefinition;
  readOnly: boolean;
  tab: string | undefined;
  onTab: (tab: string) => void;
  onChange: (part: Partial<ItemForm>, name: string) => void;
}

/** The designer with what the platform knows: dictionaries, data elements, guiding questions, and the version in use. */
export function Designer({ version, keeper, form, definition, readOnly, tab, onTab, onChange }: DesignerProps) {
  const { versionId } = version;
  const stored = useCallback((fileId: string) => plainApi.url(downloadVersionFile, { params: { versionId, fileId } }), [versionId]);
  const files = useLocalFiles(stored);
  const asked = useFormEnvironment({ definition, fileUrl: files.fileUrl });
  const environment = useMemo(() => ({ ...asked, uploadFile: files.uploadFile }), [asked, files.uploadFile]);
  const dictionaries = useQuery({ queryKey: [listDictionaries.id], staleTime: 300_000, queryFn: () => api.call(listDictionaries, {}) });
  const library = useLibrary();
  const known = useDataElements();
  const dataElements = useMemo(() => known.map(({ code, name, type, format, definition: meaning, sensitivity, sourceOptions }) => ({
    code, name, types: elementTypes[type].controls, format, meaning, sensitive: sensitivity === 'sensitive', sources: sourceOptions,
  })), [known]);
  const standing = useStandingForm(version, form.key);
  const fixedIds = useMemo(() => (standing.definition ? listIds(standing.definition) : new Set<string>()), [standing.definition]);
  const { questionnaire } = keeper.elements;
  const questions = useMemo(() => (questionnaire?.questions ?? []).map(({ key, text: label }) => ({ name: parameterNameOf(key), label: label || text.guiding.blankQuestion })), [questionnaire]);
  return (
    <FormDesigner
      definition={definition} readOnly={readOnly} environment={environment} dictionaries={dictionaries.data?.dictionaries ?? []} dataElements={dataElements} questions={questions} fixedIds={fixedIds} library={library}
      {...(form.sampleData === undefined ? {} : { sample: form.sampleData })} onChange={(next, part) => onChange({ definition: next }, part)} onSample={(sampleData) => onChange({ sampleData: { ...sampleData } }, 'sample')}
      tab={tab ?? 'design'} onTab={onTab}
      tabs={[
        { key: 'changes', label: words.changes, children: <Changes standing={standing} newer={definition} /> },
        ...(version.abilities.edit ? [{ key: 'drafts', label: words.drafts, children: <DraftImpact versionId={versionId} formKey={form.key} keeper={keeper} /> }] : []),
        { key: 'use', label: words.use, children: <FormUses elements={keeper.elements} versionId={versionId} formKey={form.key} readOnly={readOnly} /> },
      ]}
    />
  );
}
