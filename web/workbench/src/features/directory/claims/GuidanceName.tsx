import { EditOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { getDictionary } from '@tongban/server/src/modules/catalog/contract.ts';
import { nameGuidanceDepartment } from '@tongban/server/src/modules/directory/claim.contract.ts';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.claims.duties;

/** A guiding department by its name and code; whoever keeps the directory names the code here. */
export function GuidanceName({ code, name, mayEdit }: { code: string; name: string; mayEdit: boolean }) {
  const [typed, setTyped] = useState<string>();
  const { run, busy, problem, clear } = useAction(nameGuidanceDepartment);
  const { message } = App.useApp();
  const client = useQueryClient();
  const close = () => {
    setTyped(undefined);
    clear();
  };
  const missing = useMissing({ 'guidance-name': (typed ?? '').trim().length < 2 && sharedText.missing.write(words.columns.guidance) });
  const save = () => {
    if (!missing.check()) return;
    void run({ params: { code }, body: { name: (typed ?? '').trim() } }, () => {
      void message.success(words.named);
      void client.invalidateQueries({ queryKey: [getDictionary.id, 'guidance-department'] });
      close();
    });
  };
  return (
    <>
      {name} {name === code ? null : <span className="faint small">{code}</span>}
      {mayEdit ? <Button type="text" size="small" icon={<EditOutlined />} aria-label={words.nameIt(name)} onClick={() => setTyped(name === code ? '' : name)} /> : null}
      <Modal
        open={typed !== undefined} title={words.nameTitle(code)} width={440} okText={words.save} cancelText={text.cancel} confirmLoading={busy}
        onOk={save} onCancel={close}
      >
        <p className="muted">{words.nameLead}</p>
        <ProblemAlert problem={problem} />
        <Input id="guidance-name" aria-label={words.columns.guidance} maxLength={60} value={typed ?? ''} onChange={({ target }) => setTyped(target.value)} onPressEnter={save} />
        <Lack text={missing.of('guidance-name')} />
      </Modal>
    </>
  );
}
