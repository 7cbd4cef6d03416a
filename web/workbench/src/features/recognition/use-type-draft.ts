import { useQueryClient } from '@tanstack/react-query';
import { editDocumentType, getDocumentType, listDocumentTypes, type DocumentType, type TypeContent } from '@tongban/server/src/modules/recognition/contract.ts';
import { App } from 'antd';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useUnsaved } from '../../shared/typed/use-unsaved.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

/** What of a kind of material is edited. */
export interface TypeValue { state: DocumentType['state']; content: TypeContent }

/** A kind of material being edited: what is typed survives a closed page until it is saved. */
export function useTypeDraft(type: DocumentType) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const stored: TypeValue = { state: type.state, content: type.content };
  const [value, setValue, forget] = useTyped<TypeValue>(`recognition.type.${type.id}.${type.revision}`, stored);
  const action = useAction(editDocumentType);
  const unsaved = useUnsaved(value, stored);
  return {
    value, unsaved, busy: action.busy, problem: action.problem,
    reload: () => {
      forget();
      void client.invalidateQueries({ queryKey: [getDocumentType.id, type.id] });
    },
    change: (change: Partial<TypeContent>) => setValue((before) => ({ ...before, content: { ...before.content, ...change } })),
    turn: (state: DocumentType['state']) => setValue((before) => ({ ...before, state })),
    save: () => {
      void action.run({ params: { typeId: type.id }, body: { revision: type.revision, ...value } }, (saved) => {
        forget();
        void message.success(text.type.saved);
        client.setQueryData([getDocumentType.id, type.id], saved);
        void client.invalidateQueries({ queryKey: [listDocumentTypes.id] });
      });
    },
  };
}
