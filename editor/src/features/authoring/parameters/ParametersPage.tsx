export function ParametersPage() {
  return <h2>Parameters</h2>;
}
