import { countFields, paperToForm } from '@tongban/form-designer';
import type { FormDefinition } from '@tongban/form-model';
import { PaperForm } from '@tongban/form-renderer';
import '@tongban/form-designer/styles.css';
import type { Problem } from '@tongban/contract-kit';
import { readPaperForm, type ItemForm } from '@tongban/server/src/modules/catalog/contract.ts';
import { Alert, Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import { api, problemOf } from '../../../shared/api.ts';
import { today } from '../../../shared/format/dates.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text } from '../text.ts';

const words = text.forming.papers;

/** A form begun from the table of a Word or Excel file: read, guessed, shown, and then taken or not (FRM-01). */
export function PaperDialog({ onCreate, onClose }: { onCreate: (form: Omit<ItemForm, 'key'>) => void; onClose: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<{ busy: boolean; problem?: Problem; definition?: FormDefinition }>({ busy: false });
  const { busy, problem, definition } = state;
  const read = async (file: File | undefined) => {
    if (!file) return;
    setState({ busy: true });
    const form = new FormData();
    form.append('file', file);
    try {
      const paper = await api.upload(readPaperForm, {}, form);
      setState({ busy: false, definition: paperToForm(paper, file.name.replace(/\.[^.]+$/, '')) });
    } catch (error) {
      setState({ busy: false, problem: problemOf(error) });
    }
  };
  const found = definition && countFields(definition);
  return (
    <Modal
      open title={words.title} width={860} onCancel={onClose} okText={words.create} okButtonProps={{ style: definition ? {} : { display: 'none' } }}
      onOk={() => { if (definition) onCreate({ name: definition.title.slice(0, 100), definition }); }}
    >
      <p className="muted">{words.lead}</p>
      <input
        ref={input} type="file" hidden accept=".docx,.xlsx" aria-label={words.choose}
        onChange={({ target }) => { void read(target.files?.[0]); target.value = ''; }}
      />
      <Button type={definition ? 'default' : 'primary'} loading={busy} onClick={() => input.current?.click()}>{busy ? words.reading : definition ? words.another : words.choose}</Button>
      {problem ? <ProblemAlert problem={problem} /> : null}
      {definition && found ? (
        <>
          <p role="status">{words.found(definition.title, found.fields, found.sections)}</p>
          {found.fields === 0 ? <Alert type="warning" showIcon title={words.none} /> : null}
          <div className="form-page__sheet" role="region" aria-label={words.preview} tabIndex={0}><PaperForm definition={definition} answers={{}} environment={{ today: today() }} /></div>
        </>
      ) : null}
    </Modal>
  );
}
