$ ScenarioWizard 3.0
Solution set
 4 

" 2 3 2",4,0,0,15,""
