<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis simplifyAlgorithm="0" minScale="100000000" hasScaleBasedVisibilityFlag="0" simplifyDrawingTol="1" simplifyDrawingHints="1" labelsEnabled="0" simplifyLocal="1" simplifyMaxScale="1" version="3.22.16-Białowieża" symbologyReferenceScale="-1" styleCategories="Symbology|Labeling|Rendering" maxScale="0">
  <renderer-v2 type="heatmapRenderer" radius_unit="7" weight_expression="weight" max_value="0" referencescale="-1" radius="6" quality="2" enableorderby="0" symbollevels="0" radius_map_unit_scale="3x:0,0,0,0,0,0" forceraster="0">
    <colorramp type="gradient" name="[source]">
      <Option type="Map">
        <Option type="QString" name="color1" value="20,11,52,0"/>
        <Option type="QString" name="color2" value="252,255,164,215"/>
        <Option type="QString" name="discrete" value="0"/>
        <Option type="QString" name="rampType" value="gradient"/>
        <Option type="QString" name="stops" value="0.01;101,21,110,70:0.08;135,33,107,140:0.3;188,55,84,165:0.65;249,142,9,190"/>
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
