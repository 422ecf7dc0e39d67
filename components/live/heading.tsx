export type HeadingProps = { title: string; subtitle: string };

/** What a chart is called: above its drawing, the server's and the live one alike. */
export function Heading({ title, subtitle, titleId }: HeadingProps & { titleId: string }) {
  return (
    <>
      <h2 className="chart-title" id={titleId}>
        {title}
      </h2>
      <p className="chart-subtitle">{subtitle}</p>
    </>
  );
}
