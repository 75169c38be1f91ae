"""What weights fitted on annotated text say beside the rules, and how far a claim is to be trusted."""
