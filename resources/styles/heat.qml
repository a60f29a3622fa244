<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis simplifyMaxScale="1" maxScale="0" hasScaleBasedVisibilityFlag="0" simplifyDrawingTol="1" labelsEnabled="0" simplifyLocal="1" minScale="100000000" simplifyAlgorithm="0" simplifyDrawingHints="1" symbologyReferenceScale="-1" styleCategories="Symbology|Labeling|Rendering" version="3.22.16-Białowieża">
  <renderer-v2 radius_unit="7" forceraster="0" quality="2" referencescale="-1" radius="6" weight_expression="weight" enableorderby="0" type="heatmapRenderer" symbollevels="0" radius_map_unit_scale="3x:0,0,0,0,0,0" max_value="0">
    <colorramp name="[source]" type="gradient">
      <Option type="Map">
        <Option name="color1" type="QString" value="20,11,52,0"/>
        <Option name="color2" type="QString" value="252,255,164,215"/>
        <Option name="discrete" type="QString" value="0"/>
        <Option name="rampType" type="QString" value="gradient"/>
        <Option name="stops" type="QString" value="0.01;101,21,110,70:0.08;135,33,107,140:0.3;188,55,84,165:0.65;249,142,9,190"/>
      </Option>
      <prop k="color1" v="20,11,52,0"/>
      <prop k="color2" v="252,255,164,215"/>
      <prop k="discrete" v="0"/>
      <prop k="rampType" v="gradient"/>
      <prop k="stops" v="0.01;101,21,110,70:0.08;135,33,107,140:0.3;188,55,84,165:0.65;249,142,9,190"/>
    </colorramp>
  </renderer-v2>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <layerGeometryType>0</layerGeometryType>
</qgis>
