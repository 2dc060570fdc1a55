import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { PartPlace } from '../../model/documents/places';
import { Icon } from '../../ui/Icon';
import { partLink } from '../authoring/outline/partLink';
import { patients } from '../tryit/patient';
import { useWorkspace } from '../workspace/WorkspaceContext';

interface Props {
  readonly folder: string;
  /** The part of the workflow beside which the patient is tried. */
  readonly place: PartPlace;
  /** What the patient is shown for, in words. */
  readonly name: string;
  /** As JSON text. */
  readonly facts: string;
  readonly asOf: string | null;
  readonly words?: string;
}

/** Opens the workflow with this patient tried beside it. */
export function ShowPatient({ folder, place, name, facts, asOf, words = 'Show me the patient' }: Props) {
  const { key } = useWorkspace();
  const navigate = useNavigate();
  const show = () => {
    patients.show({ workspace: key, folder, name, facts, asOf });
    void navigate(partLink(place.part, { change: key, folder }, 'name' in place ? place.name : ''));
  };
  return <Button size="compact-sm" variant="default" leftSection={<Icon name="person" size={14} />} aria-label={`${words}: ${name}`} onClick={show}>{words}</Button>;
}
