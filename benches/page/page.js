// A page of news with one timeline in it, its events inside the page.

export const html = ({ head, body }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A timeline</title>
<link rel="icon" href="data:,">
<style>body { margin: 8px; font-family: system-ui, sans-serif; }</style>
${head}
</head>
<body>
${body}
</body>
</html>
`;
