import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldErrors, type FieldErrors, type FieldWords } from './fieldErrors';

interface Options<Answer> {
  readonly run: () => Promise<Answer>;
  /** What has to be filled in before the server is asked. */
  readonly check?: () => FieldErrors;
  readonly words?: FieldWords;
  readonly done: (answer: Answer) => void | Promise<void>;
}

const none: FieldErrors = {};
const holds = (errors: FieldErrors) => Object.values(errors).some(Boolean);

/** A form that does something once: its mistakes stand at their fields, whoever finds them. */
export function useAction<Answer>({ run, check, words = {}, done }: Options<Answer>) {
  const [missing, setMissing] = useState(none);
  const [attempt, setAttempt] = useState(0);
  const refused = () => { setAttempt((before) => before + 1); };
  const { mutate, isPending, error } = useMutation({ mutationFn: run, onSuccess: done, onError: refused });
  const fromServer = fieldErrors(error, words);
  return {
    errors: holds(missing) ? missing : fromServer,
    /** For the form around the fields. */
    form: {
      submit() {
        const found = check?.() ?? none;
        setMissing(found);
        if (holds(found)) refused();
        else mutate();
      },
      busy: isPending,
      error: holds(fromServer) ? null : error,
      attempt,
    },
  };
}
